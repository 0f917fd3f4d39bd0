import { useWords } from '~/language/words'
import { CheckboxGroup, RadioGroup } from '~/ui/choice'
import { DateField } from '~/ui/field'
import { OwnArea } from '~/ui/own-area'
import { OwnField } from '~/ui/own-field'
import { type PlanSight, planSights } from './rules'
import { PlanSteps } from './step-fields'
import { most, type PlanProblem, type PlanWords, type PossibleRole, planTexts, possibleRoles } from './words'

/** A plan while it is written, with what the server may know of it. */
export type PlanDraft = { words: PlanWords; sight: PlanSight; reviewOn: string }

type FieldsProps = {
  draft: PlanDraft
  change: (draft: PlanDraft) => void
  problems: Record<string, PlanProblem>
}

/** The fields of a development plan. What is typed stays in this browser until it is sealed. */
export function PlanFields({ draft, change, problems }: FieldsProps) {
  const { t } = useWords()
  const { words, sight, reviewOn } = draft
  const write = (part: Partial<PlanWords>) => change({ ...draft, words: { ...words, ...part } })
  const error = (field: string) => problems[field] && t(`plan.problem.${problems[field]}`)
  const tick = (role: PossibleRole, on: boolean) =>
    write({ roles: possibleRoles.filter(one => (one === role ? on : words.roles.includes(one))) })
  return (
    <>
      {planTexts.map(part => (
        <OwnArea
          key={part}
          id={`plan-${part}`}
          label={t(`plan.field.${part}`)}
          hint={t(`plan.hint.${part}`)}
          most={most.text}
          error={error(part)}
          value={words[part]}
          onChange={event => write({ [part]: event.target.value })}
        />
      ))}
      <CheckboxGroup
        name="plan-roles"
        label={t('plan.field.roles')}
        hint={t('plan.hint.roles')}
        chosen={words.roles}
        choices={possibleRoles.map(role => ({ value: role, label: t(`plan.role.${role}`) }))}
        onChange={event => tick(event.target.value as PossibleRole, event.target.checked)}
      />
      <Line part="otherRole" {...{ words, write, error }} />
      <PlanSteps steps={words.steps} change={steps => write({ steps })} error={error} />
      <Line part="buddy" {...{ words, write, error }} />
      <Line part="promise" {...{ words, write, error }} />
      <DateField
        name="plan-reviewOn"
        label={t('plan.field.reviewOn')}
        hint={t('plan.hint.reviewOn')}
        optional
        value={reviewOn}
        onChange={event => change({ ...draft, reviewOn: event.target.value })}
      />
      <RadioGroup
        name="plan-sight"
        label={t('plan.sight.label')}
        hint={t('plan.sight.hint')}
        chosen={[sight]}
        choices={planSights.map(one => ({ value: one, label: t(`plan.sight.${one}`) }))}
        onChange={event => change({ ...draft, sight: event.target.value as PlanSight })}
      />
    </>
  )
}

type LineProps = {
  part: 'otherRole' | 'buddy' | 'promise'
  words: PlanWords
  write: (part: Partial<PlanWords>) => void
  error: (field: string) => string | undefined
}

function Line({ part, words, write, error }: LineProps) {
  const { t } = useWords()
  return (
    <OwnField
      id={`plan-${part}`}
      label={t(`plan.field.${part}`)}
      hint={t(`plan.hint.${part}`)}
      autoComplete="off"
      error={error(part)}
      value={words[part]}
      onChange={event => write({ [part]: event.target.value })}
    />
  )
}
