import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { TalkAskEntry } from '~/conversations/one-to-ones/ask-entry'
import type { TalkAsk } from '~/conversations/one-to-ones/asks'
import { TeamTalkAskEntry } from '~/conversations/team/ask-entry'
import type { TeamTalkAsk } from '~/conversations/team/asks'
import { VetoAskEntry } from '~/gates/veto/ask-entry'
import type { VetoAsk } from '~/gates/veto/asks'
import { useWords } from '~/language/words'
import { WitnessAskEntry } from '~/ledger/witnesses/ask-entry'
import type { WitnessAsk } from '~/ledger/witnesses/next'
import { PromiseAskEntry, type PromiseAskShown } from '~/promises/ask-entry'
import { ReadinessAskEntry } from '~/readiness/ask-entry'
import type { ReadinessAsk } from '~/readiness/asks'
import { Page } from '~/ui/page'
import { SeatAskEntry } from '~/workgroups/seats/ask-entry'
import type { SeatAsk } from '~/workgroups/seats/asks'
import { VoteAskEntry } from '~/workgroups/votes/ask-entry'
import type { VoteAsk } from '~/workgroups/votes/asks'
import { AskEntry, MoveElsewhere } from './ask-entry'
import type { Ask } from './asks'
import type { ListsAsk } from './checks/roster'
import { ListsAskEntry } from './checks/roster-ask-entry'
import { CouncilAskEntry } from './council/ask-entry'
import type { CouncilAsk } from './council/rules'
import { TokenExplained, TokenStatus } from './token-status'

type AnyAsk =
  | Ask
  | PromiseAskShown
  | WitnessAsk
  | CouncilAsk
  | ListsAsk
  | ReadinessAsk
  | TeamTalkAsk
  | TalkAsk
  | VoteAsk
  | SeatAsk
  | VetoAsk

/** What asks for your attention, at most three things, and nothing else. */
export function HomePage({ name, asks }: { name: string; asks: readonly AnyAsk[] }) {
  const { t } = useWords()
  const shown: readonly AnyAsk[] = asks.length > 0 ? asks : [{ kind: 'nothing' }]
  const aboutToken = shown.find(ask => ask.kind === 'tokenReady' || ask.kind === 'tokenDrawing')
  return (
    <Page title={t('pulses.home.title', { name })}>
      <ol className="asks">
        {shown.map(ask => (
          <li key={ask.kind + ('round' in ask ? ask.round.id : 'id' in ask ? ask.id : '')}>
            <AnyEntry ask={ask} first={ask === shown[0]} status={ask === aboutToken && <TokenStatus />} />
            {ask === aboutToken && <TokenExplained />}
            {ask === aboutToken && <MoveElsewhere round={ask.round.id} />}
          </li>
        ))}
      </ol>
      <p>
        <Link to="/app/checks">{t('checks.link')}</Link>
      </p>
    </Page>
  )
}

type EntryProps<One> = { ask: One; first: boolean; status: ReactNode }

/** What asks is written by the room it comes from. */
function AnyEntry({ ask, first, status }: EntryProps<AnyAsk>) {
  if ('oneToOne' in ask) return <TalkAskEntry ask={ask} first={first} />
  if ('promises' in ask) return <PromiseAskEntry ask={ask} first={first} />
  switch (ask.kind) {
    case 'council':
      return <CouncilAskEntry ask={ask} first={first} />
    case 'lists':
      return <ListsAskEntry ask={ask} first={first} />
    case 'selfCheck':
    case 'expectation':
      return <ReadinessAskEntry ask={ask} first={first} />
    case 'seatNew':
    case 'seatFree':
      return <SeatAskEntry ask={ask} first={first} />
    case 'voteOpen':
      return <VoteAskEntry ask={ask} first={first} />
    case 'witness':
      return <WitnessAskEntry ask={ask} first={first} />
    case 'veto':
    case 'formalKey':
      return <VetoAskEntry ask={ask} first={first} />
    case 'promiseWanted':
    case 'talkUnsaid':
      return <TeamTalkAskEntry ask={ask} first={first} />
    default:
      return <AskEntry ask={ask} first={first} status={status} />
  }
}
