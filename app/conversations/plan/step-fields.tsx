import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { OwnField } from '~/ui/own-field'
import { type LearningStep, most } from './words'

type StepsProps = {
  steps: LearningStep[]
  change: (steps: LearningStep[]) => void
  error: (field: string) => string | undefined
}

/** Asks what somebody will do to learn, and how many hours of it stand in the roster. */
export function PlanSteps({ steps, change, error }: StepsProps) {
  const { t } = useWords()
  const put = (row: number, part: Partial<LearningStep>) =>
    change(steps.map((step, at) => (at === row ? { ...step, ...part } : step)))
  return (
    <fieldset className="field flow">
      <legend className="field-label">{t('plan.field.steps')}</legend>
      <p className="field-hint">{t('plan.hint.steps')}</p>
      {steps.map((step, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name of its own, and rows never change places
        <div className="flow record-action" key={row}>
          <OwnField
            id={`plan-steps-${row}-text`}
            label={t('plan.step.text', { number: row + 1 })}
            autoComplete="off"
            error={error(`steps.${row}.text`)}
            value={step.text}
            onChange={event => put(row, { text: event.target.value })}
          />
          <OwnField
            id={`plan-steps-${row}-hours`}
            label={t('plan.step.hours', { number: row + 1 })}
            inputMode="numeric"
            autoComplete="off"
            error={error(`steps.${row}.hours`)}
            value={step.hours}
            onChange={event => put(row, { hours: event.target.value })}
          />
          <ButtonRow>
            <Button type="button" kind="plain" onClick={() => change(steps.filter((_, at) => at !== row))}>
              {t('plan.step.remove', { number: row + 1 })}
            </Button>
          </ButtonRow>
        </div>
      ))}
      {steps.length < most.steps && (
        <ButtonRow>
          <Button type="button" kind="quiet" onClick={() => change([...steps, { text: '', hours: '' }])}>
            {t('plan.step.add')}
          </Button>
        </ButtonRow>
      )}
    </fieldset>
  )
}
