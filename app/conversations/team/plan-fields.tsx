import { useWords } from '~/language/words'
import type { FormError } from '~/ui/error-summary'
import { DateField, SelectField, TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { guides } from '../guides/rules'

/** Why something about a talk was not taken over; every language has a sentence for each. */
export type TalkRefused =
  | 'tooLongAgo'
  | 'tooFarAhead'
  | 'skippedByClock'
  | 'noSuchResult'
  | 'changedMeanwhile'
  | 'notPlannedAnyMore'
  | 'heldInTheFuture'
  | 'notHeldYet'
  | 'dueBeforeTalk'
  | 'tooMany'
  | 'notYourTeam'

/** A form that came back: what does not fit, why it was refused, or a question about its words. */
export type TalkAnswer = { step: string; failed?: FormFailure; refused?: TalkRefused; namesSomebody?: boolean }

/** A result that may be talked about. */
export type ResultToChoose = { id: string; number: number; closesOn: string }

/** The field beside which a refusal stands; the others concern the whole form. */
const places: Partial<Record<TalkRefused, readonly string[]>> = {
  tooLongAgo: ['plannedOn', 'heldOn'],
  tooFarAhead: ['plannedOn', 'dueOn'],
  skippedByClock: ['time'],
  noSuchResult: ['roundId'],
  heldInTheFuture: ['heldOn'],
  dueBeforeTalk: ['dueOn'],
}

const named = ['teamId', 'plannedOn', 'time', 'guideSlug', 'roundId', 'heldOn', 'action', 'owner', 'dueOn'] as const
type Name = (typeof named)[number]

/** Puts what the server found beside its field, and at the top of the form with the name of the field before it. */
export function useProblems(errors: readonly FormError[], fields: readonly Name[], refused?: TalkRefused) {
  const { t } = useWords()
  const at = refused && fields.find(name => places[refused]?.includes(name))
  const sentence = refused && t(`teamTalks.refused.${refused}`)
  const labelled = (error: FormError): FormError => {
    const name = named.find(one => one === error.name)
    return name ? { ...error, label: t(`teamTalks.field.${name}`) } : error
  }
  return {
    listed: [...errors.map(labelled), ...(at && sentence ? [labelled({ name: at, message: sentence })] : [])],
    errorAt: (name: Name) => (at === name ? sentence : undefined),
    elsewhere: at ? undefined : sentence,
  }
}

type FieldOf = (name: 'plannedOn' | 'time' | 'guideSlug' | 'roundId') => {
  name: string
  error?: string
  defaultValue?: string
}
type PlanFieldsProps = {
  field: FieldOf
  results: readonly ResultToChoose[]
  errorAt: ReturnType<typeof useProblems>['errorAt']
}

/** Asks when a talk is, from which card, and about which result. */
export function PlanFields({ field, results, errorAt }: PlanFieldsProps) {
  const { t } = useWords()
  const words = (name: Parameters<FieldOf>[0]) => ({
    ...field(name),
    label: t(`teamTalks.field.${name}`),
    error: field(name).error ?? errorAt(name),
  })
  return (
    <>
      <DateField {...words('plannedOn')} hint={t('teamTalks.new.plannedOnHint')} width="short" required />
      <TextField {...words('time')} type="time" width="short" required />
      <SelectField {...words('guideSlug')} optional>
        <option value="">{t('teamTalks.new.noGuide')}</option>
        {guides.map(({ slug }) => (
          <option key={slug} value={slug}>
            {t(`guides.name.${slug}`)}
          </option>
        ))}
      </SelectField>
      {results.length > 0 && (
        <SelectField {...words('roundId')} optional>
          <option value="">{t('teamTalks.new.noResult')}</option>
          {results.map(({ id, number }) => (
            <option key={id} value={id}>
              {t('results.roundTitle', { number })}
            </option>
          ))}
        </SelectField>
      )}
    </>
  )
}
