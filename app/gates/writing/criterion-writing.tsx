import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormFailure } from '~/ui/form-problems'
import { Section } from '~/ui/page'
import { useZodForm } from '~/ui/use-zod-form'
import { BarFields } from './bar-fields'
import { type CriterionSaid, readingOf } from './criterion'
import { criterionForm } from './form'
import { templateNames } from './templates'
import { milliInWords } from './wording'

/** What was wrong with one of the two forms of this page. */
export type WritingAnswer = { write?: FormFailure; vote?: FormFailure }
type WritingProps = {
  version: number
  begin: { number?: number; said?: CriterionSaid }
  answer: WritingAnswer
}

/** Where one bar is written: from a template, from nothing, or anew. */
export function CriterionWriting({ version, begin, answer }: WritingProps) {
  const { t } = useWords()
  const isNew = begin.number === undefined
  // Another template or criterion is another form: what was typed for one is not carried into the next.
  const key = `${begin.number} ${begin.said ? readingOf(begin.said) : ''}`
  return (
    <Section title={t(isNew ? 'gates.writing.add' : 'gates.writing.anew')} id="write">
      {isNew && <Templates version={version} />}
      <Bar key={key} version={version} begin={begin} answer={answer} />
    </Section>
  )
}

function Templates({ version }: { version: number }) {
  const { t } = useWords()
  return (
    <>
      <p>{t('gates.writing.templates')}</p>
      <ul className="template-list">
        {templateNames.map(name => (
          <li key={name}>
            <Link to={`?step=${version}&template=${name}#write`}>{t(`gates.template.${name}.measure`)}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}

function Bar({ version, begin, answer }: WritingProps) {
  const { t } = useWords()
  const { number, said } = begin
  const defaults = useBeginning(said)
  const form = useZodForm(criterionForm, { defaults: { ...defaults, version: `${version}` }, failed: answer.write })
  return (
    <Form {...form.formProps} action={`?step=${version}`} className="flow">
      <ErrorSummary errors={form.errors} />
      <input type="hidden" name="version" value={version} />
      {number !== undefined && <input type="hidden" name="number" value={number} />}
      {number !== undefined && said && <input type="hidden" name="seen" value={readingOf(said)} />}
      <BarFields field={form.field} />
      <ButtonRow>
        <Button name="deed" value="write">
          {t('gates.writing.save')}
        </Button>
        {said && (
          <ButtonLink to={`?step=${version}`} kind="quiet">
            {t('shell.cancel')}
          </ButtonLink>
        )}
      </ButtonRow>
    </Form>
  )
}

/** What the form begins with, as its reader would type it. */
function useBeginning(said?: CriterionSaid) {
  const { language } = useWords()
  if (!said) return { direction: 'atLeast' as const }
  const { measure, unit, direction, source } = said
  const threshold = milliInWords(said.thresholdMilli, language).replaceAll(/[^\d.,]/g, '')
  return { measure, unit, direction, source, threshold, minimumVolume: `${said.minimumVolume}` }
}
