import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import type { Obstacle, RoundShown } from './planning'

/** Says in a sentence what a round waits for, and apart from that what holds it back. */
export function RoundWaiting({ round: { waiting } }: { round: RoundShown }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  if (!('on' in waiting)) return <p>{t(`pulses.rounds.waiting.${waiting.for}`)}</p>
  const { obstacle, isDue } = waiting
  return (
    <>
      {obstacle && <ObstacleNotice obstacle={obstacle} />}
      {isDue && !obstacle && <p>{t(`pulses.rounds.waiting.${waiting.for}Due`)}</p>}
      {!isDue && <p>{t(`pulses.rounds.waiting.${waiting.for}`, { date: inWords(waiting.on) })}</p>}
    </>
  )
}

/** Names what holds a round back, with the way to mend it. */
export function ObstacleNotice({ obstacle: { because, other } }: { obstacle: Obstacle }) {
  const { t } = useWords()
  return (
    <Notice kind="warning" title={t('pulses.rounds.waiting.obstacle')}>
      <p>{t(`pulses.refused.${because}`)}</p>
      {other && (
        <p>
          {because === 'responseMissing' ? (
            <Link to={`/app/results/${other.id}`}>{t('pulses.rounds.toResponse', { number: other.number })}</Link>
          ) : (
            <Link to={`/app/rounds/${other.id}`}>{t('pulses.rounds.toRound', { number: other.number })}</Link>
          )}
        </p>
      )}
    </Notice>
  )
}
