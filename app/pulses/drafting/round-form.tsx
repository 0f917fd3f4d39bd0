import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { Checkbox } from '~/ui/choice'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { useZodForm } from '~/ui/use-zod-form'
import type { RoundDays } from '../rules'
import { roundForm } from './form'
import { KindChoice } from './kind-choice'
import type { PlanRefusal, RoundKind } from './rules'

/** What was typed and could not be planned, with the reason; or a form that did not parse. */
export type RoundFormAnswer = (FormFailure & { refused?: undefined }) | (FormFailure & { refused: RoundFormRefusal })
export type RoundFormRefusal = PlanRefusal | 'wrongState' | 'councilHoldsKey' | 'selfCheckHandedIn'

type RoundFormProps = {
  days: RoundDays
  asks: RoundKind
  withPilotItem: boolean
  embargoUntil?: string
  councilHolds: boolean
  submit: string
  cancelTo: string
  answer?: RoundFormAnswer
}

type DayName = keyof RoundDays | 'embargoUntil'

/** The field beside which a refusal stands. */
const fieldOf = {
  startsInThePast: 'issuingFrom',
  daysOutOfOrder: 'opensOn',
  issuingTooShort: 'opensOn',
  roundTooLong: 'closesOn',
  embargoTooShort: 'embargoUntil',
  embargoTooLong: 'embargoUntil',
  selfCheckHandedIn: 'asks',
} as const

/** Asks for the days of a round; what makes a round of them is decided by the rules, also on the server. */
export function RoundForm({ days, asks, withPilotItem, embargoUntil = '', ...rest }: RoundFormProps) {
  const { councilHolds, submit, cancelTo, answer } = rest
  const { t } = useWords()
  const { form, errors, formProps, field } = useZodForm(roundForm, {
    defaults: { ...days, asks, withPilotItem, embargoUntil, councilHolds },
    failed: answer,
  })
  const refused = answer?.refused
  const place = refused && refused in fieldOf ? placeOf(refused as keyof typeof fieldOf, answer.values) : undefined
  const sentence = refused && t(`pulses.refused.${refused}`)
  const errorAt = (name: DayName | 'asks') => (place === name ? sentence : undefined)
  const dayField = (name: DayName) => ({
    label: t(`pulses.rounds.form.${name}`),
    hint: t(`pulses.rounds.form.${name}Hint`),
    required: name !== 'embargoUntil',
    width: 'short' as const,
    ...field(name),
    error: field(name).error ?? errorAt(name),
  })
  const tick = (name: 'withPilotItem' | 'councilHolds', wasTicked: boolean) => ({
    ...form.register(name),
    defaultChecked: answer ? name in answer.values : wasTicked,
  })
  return (
    <>
      <ErrorSummary errors={place && sentence ? [{ name: place, message: sentence }] : errors} />
      {refused && !place && <Notice kind="warning">{sentence}</Notice>}
      <Form {...formProps}>
        <DateField {...dayField('issuingFrom')} />
        <DateField {...dayField('opensOn')} />
        <DateField {...dayField('closesOn')} />
        <KindChoice {...form.register('asks')} chosen={[String(answer?.values.asks ?? asks)]} error={errorAt('asks')} />
        <Checkbox
          {...tick('withPilotItem', withPilotItem)}
          label={t('pulses.rounds.form.withPilotItem')}
          hint={t('pulses.rounds.form.withPilotItemHint')}
        />
        <Checkbox
          {...tick('councilHolds', councilHolds)}
          label={t('councilKey.choice.label')}
          hint={t('councilKey.choice.hint')}
        />
        <DateField {...dayField('embargoUntil')} optional />
        <Buttons submit={submit} cancelTo={cancelTo} />
      </Form>
    </>
  )
}

function Buttons({ submit, cancelTo }: Pick<RoundFormProps, 'submit' | 'cancelTo'>) {
  const { t } = useWords()
  return (
    <ButtonRow>
      <Button>{submit}</Button>
      <ButtonLink to={cancelTo} kind="quiet">
        {t('shell.cancel')}
      </ButtonLink>
    </ButtonRow>
  )
}

/** Days in the wrong order are mended where the order breaks. */
function placeOf(refused: keyof typeof fieldOf, values: FormFailure['values']): DayName | 'asks' {
  const opensInTime = String(values.opensOn) >= String(values.issuingFrom)
  return refused === 'daysOutOfOrder' && opensInTime ? 'closesOn' : fieldOf[refused]
}
