import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { DeedPage, type DeedRefusal, EarlyByHand } from './deed-page'
import type { Obstacle, RoundInFull } from './planning'
import { Questions } from './rounds/questions'
import { UnitsTable } from './units-table'

type DeedProps = { round: RoundInFull; refused?: DeedRefusal }

/** Before tokens are issued: the groups, the questions and the days, which all stay as they are from then on. */
export function IssueDeed({ round, refused }: DeedProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const fixed = ['units', 'questions', 'code'] as const
  return (
    <DeedPage
      deed="issue"
      round={round}
      refused={refused}
      obstacle={obstacleTo('issuing', round)}
      warning={round.today < round.issuingFrom && <EarlyByHand round={round} />}
      irrevocable={fixed.map(what => t(`pulses.rounds.deed.issue.irrevocable.${what}`))}
    >
      <p>{t('pulses.rounds.deed.issue.days', { from: inWords(round.opensOn), until: inWords(round.closesOn) })}</p>
      <Questions round={round} />
      <UnitsTable units={round.units} />
    </DeedPage>
  )
}

/** Before a round opens: the sentence staff will read, and what opening too early costs. */
export function OpenDeed({ round, refused }: DeedProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const isEarly = round.today < round.opensOn
  return (
    <DeedPage
      deed="open"
      round={round}
      refused={refused}
      obstacle={obstacleTo('opening', round)}
      warning={isEarly && <EarlyWarning round={round} />}
      irrevocable={[t('pulses.rounds.deed.open.irrevocable.asked'), t('pulses.rounds.deed.open.irrevocable.owed')]}
    >
      <p className="register-text">
        {t('pulses.rounds.deed.open.read', { number: round.number, date: inWords(round.closesOn) })}
      </p>
      <Questions round={round} />
    </DeedPage>
  )
}

function EarlyWarning({ round }: { round: RoundInFull }) {
  const { t } = useWords()
  return (
    <>
      <EarlyByHand round={round} />
      <p>{t('pulses.rounds.deed.open.young')}</p>
    </>
  )
}

/** Before a round closes: what becomes of the ballots, and what staff were promised. */
export function CloseDeed({ round, refused }: DeedProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const isEarly = round.today <= round.closesOn
  const promised = t('pulses.rounds.deed.close.promised', { date: inWords(round.closesOn) })
  return (
    <DeedPage
      deed="close"
      round={round}
      refused={refused}
      obstacle={obstacleTo('closing', round)}
      warning={isEarly && promised}
      irrevocable={[
        t('pulses.rounds.deed.close.irrevocable.late'),
        t('pulses.rounds.deed.close.irrevocable.destroyed'),
      ]}
    >
      <p>{t('pulses.rounds.deed.close.read')}</p>
    </DeedPage>
  )
}

/** Before a round ends without a result: what the list will say, and what is lost. */
export function VoidDeed({ round, refused }: DeedProps) {
  const { t } = useWords()
  const isRunning = round.state === 'issuing' || round.state === 'open'
  return (
    <DeedPage
      deed="void"
      round={round}
      refused={refused}
      obstacle={isRunning || round.state === 'draft' ? undefined : { because: 'wrongState' }}
      warning={isRunning && t('pulses.rounds.deed.void.running')}
      irrevocable={[
        ...(isRunning ? [t('pulses.rounds.deed.void.irrevocable.destroyed')] : []),
        t('pulses.rounds.deed.void.irrevocable.number'),
      ]}
    >
      <p>{t('pulses.rounds.void.mistake')}</p>
      {!isRunning && <p>{t('pulses.rounds.deed.void.draft')}</p>}
    </DeedPage>
  )
}

/** A round that waits for something else, or has too few people, is not ready for this step. */
function obstacleTo(step: 'issuing' | 'opening' | 'closing', { waiting, units }: RoundInFull): Obstacle | undefined {
  if (waiting.for !== step) return { because: 'wrongState' }
  return waiting.obstacle ?? (units ? undefined : { because: 'tooFewPeople' })
}
