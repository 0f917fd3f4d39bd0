import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { SmallPrint } from '~/promises/small-print'
import type { PromiseSaid } from '~/promises/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { Checkbox } from '~/ui/choice'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Preview, PublishOrChange } from '~/ui/preview'
import { useZodForm } from '~/ui/use-zod-form'
import { groupForm, longestName } from './form'
import { MandateFields, RuleFields } from './group-fields'
import { MandateText } from './mandate-text'
import { filledWith } from './rule-fields'
import type { GroupSaid } from './rules'

type Site = { id: string; name: string }
export type GroupWriting = { said?: GroupSaid; withPromise?: boolean; failed?: FormFailure }
type WritingProps = GroupWriting & { sites: readonly Site[]; mayPromise: boolean }

/** The first step: what the group is for, who sits in it, and the promise that goes with it. */
export function GroupWritingForm({ said, withPromise = true, failed, sites, mayPromise }: WritingProps) {
  const { t } = useWords()
  const defaults = said && inFields(said)
  const { errors, formProps, field } = useZodForm(groupForm, { defaults, failed })
  const ticked = failed ? failed.values.withPromise === 'on' : withPromise
  return (
    <>
      <ErrorSummary errors={errors} />
      <Form {...formProps}>
        <TextField
          {...field('name')}
          label={t('groups.form.name')}
          hint={t('groups.form.nameHint')}
          maxLength={longestName}
          required
        />
        <MandateFields field={field} />
        <RuleFields
          sites={sites}
          filled={failed?.values ?? filledWith(said?.rules ?? [])}
          problems={failed?.problems}
        />
        {mayPromise && (
          <Checkbox
            name="withPromise"
            defaultChecked={ticked}
            label={t('groups.form.withPromise')}
            hint={t('groups.form.withPromiseHint')}
          />
        )}
        <WaysOn />
      </Form>
    </>
  )
}

const inFields = ({ name, words, seats, weeklyMinutes }: GroupSaid) => ({
  ...{ name, words, seats: String(seats), weeklyHours: String(weeklyMinutes / 60) },
})

function WaysOn() {
  const { t } = useWords()
  return (
    <ButtonRow>
      <Button name="step" value="preview">
        {t('groups.form.preview')}
      </Button>
      <ButtonLink to="/app/groups" kind="quiet">
        {t('shell.cancel')}
      </ButtonLink>
    </ButtonRow>
  )
}

type PublishingProps = { said: GroupSaid; promise?: PromiseSaid; sites: readonly Site[] }

/** The second step: as staff will read it, and what cannot be undone. */
export function GroupPublishing({ said, promise, sites }: PublishingProps) {
  const { t } = useWords()
  const lasting = [t('groups.new.forGood'), ...(promise ? [t('groups.new.promised')] : [])]
  const values = { ...inFields(said), ...filledWith(said.rules) }
  return (
    <>
      <Preview irrevocable={lasting}>
        <h2>{said.name}</h2>
        <MandateText said={said} sites={sites} />
        {promise && (
          <>
            <h3>{promise.text}</h3>
            <SmallPrint words={promise} rest={{ madeOn: promise.madeOn }} />
          </>
        )}
      </Preview>
      <Form method="post">
        {Object.entries(values).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        {promise && <input type="hidden" name="withPromise" value="on" />}
        <PublishOrChange publish={t('groups.new.publish')} change={t('groups.form.change')} />
      </Form>
    </>
  )
}
