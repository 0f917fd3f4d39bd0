import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { TalkAskEntry } from '~/conversations/one-to-ones/ask-entry'
import type { TalkAsk } from '~/conversations/one-to-ones/asks'
import { TeamTalkAskEntry } from '~/conversations/team/ask-entry'
import type { TeamTalkAsk } from '~/conversations/team/asks'
import { VetoAskEntry } from '~/gates/veto/ask-entry'
import type { VetoAsk } from '~/gates/veto/asks'
import { withLanguage } from '~/language/choice'
import { useWords } from '~/language/words'
import { WitnessAskEntry } from '~/ledger/witnesses/ask-entry'
import type { WitnessAsk } from '~/ledger/witnesses/next'
import type { Language } from '~/people/rules'
import { PromiseAskEntry, type PromiseAskShown } from '~/promises/ask-entry'
import { ReadinessAskEntry } from '~/readiness/ask-entry'
import type { ReadinessAsk } from '~/readiness/asks'
import { ButtonLink } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Page } from '~/ui/page'
import { VoteAskEntry } from '~/workgroups/votes/ask-entry'
import type { VoteAsk } from '~/workgroups/votes/asks'
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
          <li key={ask.kind + ('round' in ask ? ask.round.id : '')}>
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

/** The first thing asked has the main button; the others wait their turn. */
function AskEntry({ ask, first, status }: EntryProps<Ask>) {
  const { t, language } = useWords()
  const inWords = useDayInWords()
  const number = 'round' in ask ? ask.round.number : 0
  const day = dayOf(ask)
  const way = wayOf(ask, language)
  return (
    <>
      <h2>{t(`pulses.home.${ask.kind}.title`, { number, date: day && inWords(day) })}</h2>
      <p>{t(`pulses.home.${ask.kind}.text`, { number, date: day && inWords(day) })}</p>
      {status}
      {way && (
        <ButtonLink kind={first ? 'main' : 'quiet'} wholePage={way.kind === 'tokenReady'} to={way.to}>
          {t(`pulses.home.${way.kind}.go`)}
        </ButtonLink>
      )}
    </>
  )
}

/** The way to another device; found before it is needed, because a lost token is never replaced. */
function MoveElsewhere({ round }: { round: string }) {
  const { t, language } = useWords()
  return (
    <p>
      <a href={withLanguage(`/ballot/${round}/move`, language)}>{t('checks.moveToken')}</a>
    </p>
  )
}

/** Returns the day an ask speaks of. */
function dayOf(ask: Ask): string | undefined {
  if (ask.kind === 'tokenReady') return ask.closesOn
  if (ask.kind === 'commentsWait') return ask.waitUntil
  if (ask.kind === 'tokenDrawing') return ask.opensOn
  return ask.kind === 'roundDraft' ? ask.issuingFrom : undefined
}

/** Returns where an ask leads; some only tell. The questions know no reader, so their address carries the language. */
function wayOf(ask: Ask, language: Language) {
  if (ask.kind === 'tokenDrawing' || ask.kind === 'nothing') return undefined
  if (ask.kind === 'tokenReady') return { kind: ask.kind, to: withLanguage(ask.ballotPath, language) }
  if (ask.kind === 'commentsWait') return { kind: ask.kind, to: `/app/comments/${ask.round.id}` }
  return { kind: ask.kind, to: `/app/${ask.kind === 'roundDraft' ? 'rounds' : 'results'}/${ask.round.id}` }
}
