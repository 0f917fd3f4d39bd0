import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { Section } from '~/ui/page'
import { MeasureWords } from '../measure-words'
import type { CriterionShown, StepShown } from '../shown'
import { readingOf } from './criterion'
import { barInWords } from './wording'

/** The bars as they stand; while they can change, each with the way to that. */
export function Written({ step, isOpen }: { step: StepShown; isOpen: boolean }) {
  const { t } = useWords()
  return (
    <Section title={t('gates.criteria.title')} id="criteria">
      {step.criteria.length === 0 && <p>{t('gates.writing.none')}</p>}
      <ol className="promise-list">
        {step.criteria.map(one => (
          <li key={one.number}>
            <OneCriterion criterion={one} version={step.version} />
            {isOpen && <ChangeOrRemove criterion={one} version={step.version} />}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function OneCriterion({ criterion, version }: { criterion: CriterionShown; version: number }) {
  const { t, language } = useWords()
  const { source, minimumVolume } = criterion
  return (
    <>
      <p>
        <strong>
          <MeasureWords criterion={criterion} version={version} />
        </strong>
        : {barInWords(criterion, t, language)}
      </p>
      <p className="note">{t('gates.writing.small', { source, count: minimumVolume })}</p>
    </>
  )
}

function ChangeOrRemove({ criterion, version }: { criterion: CriterionShown; version: number }) {
  const { t } = useWords()
  const { number, measure } = criterion
  return (
    <Form method="post">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="seen" value={readingOf(criterion)} />
      <ButtonRow>
        <ButtonLink to={`?step=${version}&change=${number}#write`} kind="quiet">
          {t('gates.writing.change')}
          <span className="only-read-aloud">: {measure}</span>
        </ButtonLink>
        <Button name="deed" value="remove" kind="plain">
          {t('gates.writing.remove')}
          <span className="only-read-aloud">: {measure}</span>
        </Button>
      </ButtonRow>
    </Form>
  )
}
