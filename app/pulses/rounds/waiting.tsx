import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { CosignWay } from '~/ledger/cosigning/way'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { CouncilWaiting, CouncilWay } from '../council/way'
import type { Obstacle, RoundShown } from '../planning'

/** What somebody has to do before a round goes on; the calendar alone does not end it. */
const holdsAll = ['responseMissing', 'witnessMissing', 'councilKeyMissing']

/** Says in a sentence what a round waits for, and apart from that what holds it back. */
export function RoundWaiting({ round: { id, waiting } }: { round: RoundShown }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  if (waiting.for === 'council') return <CouncilWaiting roundId={id} {...waiting} />
  if (!('on' in waiting)) return <p>{t(`pulses.rounds.waiting.${waiting.for}`)}</p>
  const { obstacle, isDue } = waiting
  const date = inWords(waiting.on)
  if (!obstacle) return <p>{t(`pulses.rounds.waiting.${waiting.for}${isDue ? 'Due' : ''}`, { date })}</p>
  return (
    <>
      <ObstacleNotice obstacle={obstacle} isUrgent={isDue || holdsAll.includes(obstacle.because)} />
      {obstacle.because === 'councilKeyMissing' && <CouncilWay roundId={id} to="key" />}
      <p>{t('pulses.rounds.waiting.held', { date })}</p>
    </>
  )
}

type ObstacleProps = { obstacle: Obstacle; isUrgent?: boolean }

/** Names what holds a round back, with the way to mend it. */
export function ObstacleNotice({ obstacle: { because, other }, isUrgent = true }: ObstacleProps) {
  const { t } = useWords()
  return (
    <Notice kind={isUrgent ? 'warning' : 'info'} title={t(`pulses.rounds.waiting.${isUrgent ? 'obstacle' : 'first'}`)}>
      <p>{t(`pulses.refused.${because}`)}</p>
      {because === 'witnessMissing' && <CosignWay />}
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
