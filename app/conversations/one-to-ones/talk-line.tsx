import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { groupOf, recordWordsFor, type TalkShown } from './shown'

/** One line that says how a talk stands. */
export function TalkLine({ talk }: { talk: TalkShown }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const { party, state, until, planned, heldOn, endedOn, record } = talk
  const date = inWords(until)
  const group = groupOf(talk)
  if (group === 'toAnswer') return <p>{t(`talks.line.toAnswer.${party}`, { date })}</p>
  if (group === 'waiting') return <p>{t(`talks.line.waiting.${party}`, { date })}</p>
  if (group === 'refused') return <p>{t('talks.line.refused', { date })}</p>
  if (planned && group === 'planned')
    return <p>{t('talks.line.planned', { date: inWords(planned.day), time: planned.time })}</p>
  if (endedOn && (state === 'withdrawn' || state === 'expired'))
    return <p>{t(`talks.line.ended.${state}`, { date: inWords(endedOn, 'short') })}</p>
  const standing = recordWordsFor(party, record)
  return (
    <p>
      {heldOn && t('talks.line.held', { date: inWords(heldOn, 'short') })}. {t(`talks.record.${standing}`)}
    </p>
  )
}
