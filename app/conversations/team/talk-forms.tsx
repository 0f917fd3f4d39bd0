import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField } from '~/ui/field'
import { useZodForm } from '~/ui/use-zod-form'
import { changeForm, heldForm } from './form'
import { PlanFields, type ResultToChoose, type TalkAnswer, useProblems } from './plan-fields'
import type { TalkShown } from './shown'

type TalkFormProps = { talk: TalkShown; answer?: TalkAnswer }

/** Says that the talk was held, and on which day. */
export function HeldForm({ talk, answer, today }: TalkFormProps & { today: string }) {
  const { t } = useWords()
  const heldOn = talk.plannedOn <= today ? talk.plannedOn : today
  const defaults = { heldOn, seen: talk.version, step: 'hold' } as const
  const { errors, formProps, field } = useZodForm(heldForm, { defaults, failed: answer?.failed })
  const { listed, errorAt } = useProblems(errors, ['heldOn'], answer?.refused)
  return (
    <>
      <ErrorSummary errors={listed} />
      <Form {...formProps}>
        <input type="hidden" name="seen" value={talk.version} />
        <DateField
          {...field('heldOn')}
          error={field('heldOn').error ?? errorAt('heldOn')}
          label={t('teamTalks.field.heldOn')}
          width="short"
          required
        />
        <ButtonRow>
          <Button name="step" value="hold" busy={useNavigation().state !== 'idle'}>
            {t('teamTalks.talk.hold')}
          </Button>
        </ButtonRow>
      </Form>
    </>
  )
}

/** Gives the talk another time, card or result. */
export function ChangeForm({ talk, results, answer }: TalkFormProps & { results: readonly ResultToChoose[] }) {
  const { t } = useWords()
  const { plannedOn, time, guideSlug, roundId, version } = talk
  const about = { guideSlug: guideSlug ?? '', roundId: roundId ?? '' }
  const defaults = { plannedOn, time, ...about, seen: version, step: 'change' } as never
  const { errors, formProps, field } = useZodForm(changeForm, { defaults, failed: answer?.failed })
  const { listed, errorAt } = useProblems(errors, ['plannedOn', 'time', 'roundId'], answer?.refused)
  return (
    <>
      <ErrorSummary errors={listed} />
      <Form {...formProps}>
        <input type="hidden" name="seen" value={version} />
        <PlanFields field={field} results={results} errorAt={errorAt} />
        <ButtonRow>
          <Button name="step" value="change" kind="quiet">
            {t('teamTalks.talk.change')}
          </Button>
        </ButtonRow>
      </Form>
    </>
  )
}

/** Calls the talk off. */
export function CancelForm({ talk }: TalkFormProps) {
  const { t } = useWords()
  return (
    <Form method="post">
      <input type="hidden" name="seen" value={talk.version} />
      <ButtonRow>
        <Button name="step" value="cancel" kind="quiet">
          {t('teamTalks.talk.cancel')}
        </Button>
      </ButtonRow>
    </Form>
  )
}

/** Says what concerns the whole page, not one field, and brings the reader there. */
export function Refused({ answer }: { answer?: TalkAnswer }) {
  const { elsewhere } = useProblems([], ['plannedOn', 'time', 'roundId', 'heldOn', 'dueOn'], answer?.refused)
  return <ErrorSummary errors={elsewhere ? [{ message: elsewhere }] : []} />
}
