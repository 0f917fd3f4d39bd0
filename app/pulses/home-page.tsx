import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Page } from '~/ui/page'
import { TokenExplained, TokenStatus } from './token-status'

/** A round as far as its name and its address go. */
export type RoundName = { id: string; number: number }

/** One thing that asks for this person's attention. */
export type Ask =
  | { kind: 'tokenReady'; round: RoundName; ballotPath: string; closesOn: string }
  | { kind: 'tokenDrawing'; round: RoundName; opensOn: string }
  | { kind: 'newResult'; round: RoundName }
  | { kind: 'responseMissing'; round: RoundName }
  | { kind: 'roundDraft'; round: RoundName; issuingFrom: string }
  | { kind: 'nothing' }

/** More would not be read, and what is not read does not ask. @source experience.md, "Home" */
const mostAsks = 3

/** What asks for your attention, at most three things, and nothing else. */
export function HomePage({ name, asks }: { name: string; asks: readonly Ask[] }) {
  const { t } = useWords()
  const shown: readonly Ask[] = asks.length > 0 ? asks.slice(0, mostAsks) : [{ kind: 'nothing' }]
  const aboutToken = shown.find(ask => ask.kind === 'tokenReady' || ask.kind === 'tokenDrawing')
  return (
    <Page title={t('pulses.home.title', { name })}>
      <ol className="asks">
        {shown.map(ask => (
          <li key={ask.kind + ('round' in ask ? ask.round.id : '')}>
            <AskEntry ask={ask} first={ask === shown[0]} status={ask === aboutToken && <TokenStatus />} />
            {ask === aboutToken && <TokenExplained />}
          </li>
        ))}
      </ol>
    </Page>
  )
}

/** The first thing asked has the main button; the others wait their turn. */
function AskEntry({ ask, first, status }: { ask: Ask; first: boolean; status: ReactNode }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const weight = first ? 'main' : 'quiet'
  const number = 'round' in ask ? ask.round.number : 0
  switch (ask.kind) {
    case 'tokenReady':
      return (
        <AskText kind={ask.kind} values={{ number, date: inWords(ask.closesOn) }}>
          {status}
          <ButtonLink kind={weight} wholePage to={ask.ballotPath}>
            {t('pulses.home.tokenReady.go')}
          </ButtonLink>
        </AskText>
      )
    case 'tokenDrawing':
      return (
        <AskText kind={ask.kind} values={{ number, date: inWords(ask.opensOn) }}>
          {status}
        </AskText>
      )
    case 'roundDraft':
      return (
        <AskText kind={ask.kind} values={{ number, date: inWords(ask.issuingFrom) }}>
          <ButtonLink kind={weight} to={`/app/rounds/${ask.round.id}`}>
            {t('pulses.home.roundDraft.go')}
          </ButtonLink>
        </AskText>
      )
    case 'newResult':
    case 'responseMissing':
      return (
        <AskText kind={ask.kind} values={{ number }}>
          <ButtonLink kind={weight} to={`/app/results/${ask.round.id}`}>
            {t(`pulses.home.${ask.kind}.go`)}
          </ButtonLink>
        </AskText>
      )
    default:
      return <AskText kind="nothing" values={{}} />
  }
}

type AskTextProps = { kind: Ask['kind']; values: { number?: number; date?: string }; children?: ReactNode }

function AskText({ kind, values, children }: AskTextProps) {
  const { t } = useWords()
  return (
    <>
      <h2>{t(`pulses.home.${kind}.title`, values)}</h2>
      <p>{t(`pulses.home.${kind}.text`, values)}</p>
      {children}
    </>
  )
}
