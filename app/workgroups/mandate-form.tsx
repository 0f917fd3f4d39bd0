import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormFailure } from '~/ui/form-problems'
import { Page, Section } from '~/ui/page'
import { Preview, PublishOrChange } from '~/ui/preview'
import { useZodForm } from '~/ui/use-zod-form'
import { mandateForm } from './form'
import { MandateFields, RuleFields } from './group-fields'
import { MandateText } from './mandate-text'
import { filledWith } from './rule-fields'
import type { MandateSaid } from './rules'
import type { SeatRule } from './seats/draw'
import type { GroupShown, Mandate } from './shown'

export type MandateWritten = { step?: 'write' | 'preview' | 'publish'; said?: MandateSaid; failed?: FormFailure }
type Common = { group: GroupShown; sites: readonly { id: string; name: string }[]; seen: number; now?: Mandate }
type WritingProps = Common & { rules: readonly SeatRule[]; answer: MandateWritten }

/** Where those who found groups write the next mandate, beginning with the one that counts. */
export function MandateWriting({ group, rules, sites, seen, now, answer }: WritingProps) {
  const { t } = useWords()
  const { said, failed } = answer
  const { seats, weeklyMinutes } = said ?? group
  const words = said?.words ?? now?.words
  const defaults = { words, seats: String(seats), weeklyHours: String(weeklyMinutes / 60) }
  const { errors, formProps, field } = useZodForm(mandateForm, { defaults, failed })
  return (
    <Section title={t('groups.mandate.next')}>
      <p>{t('groups.mandate.nextText')}</p>
      <ErrorSummary errors={errors} />
      <Form {...formProps}>
        <input type="hidden" name="seen" value={seen} />
        <MandateFields field={field} />
        <RuleFields
          sites={sites}
          filled={failed?.values ?? filledWith(said?.rules ?? rules)}
          problems={failed?.problems}
        />
        <ButtonRow>
          <Button name="step" value="preview">
            {t('groups.form.preview')}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

type PublishingProps = Common & { said: MandateSaid }

/** The new mandate as staff will read it, beside the one it follows. */
export function MandatePublishing({ group, said, seen, sites, now }: PublishingProps) {
  const { t } = useWords()
  const { words, seats, weeklyMinutes, rules } = said
  const values = { words, seats, weeklyHours: weeklyMinutes / 60, seen, ...filledWith(rules) }
  return (
    <Page kicker={<Link to={`/app/groups/${group.id}`}>{group.name}</Link>} title={t('groups.mandate.next')}>
      <Preview irrevocable={[t('groups.mandate.forGood')]}>
        <div className="columns">
          <div className="flow">
            <h2 className="column-title">{t('groups.mandate.then')}</h2>
            <MandateText said={said} sites={sites} />
          </div>
          <div className="flow">
            <h2 className="column-title">{t('groups.mandate.now')}</h2>
            <p className="register-text">{now?.words}</p>
          </div>
        </div>
      </Preview>
      <Form method="post">
        {Object.entries(values).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <PublishOrChange publish={t('groups.mandate.publish')} change={t('groups.form.change')} />
      </Form>
    </Page>
  )
}
