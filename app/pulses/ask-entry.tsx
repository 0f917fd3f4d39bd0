import type { ReactNode } from 'react'
import { withLanguage } from '~/language/choice'
import { useWords } from '~/language/words'
import type { Language } from '~/people/rules'
import { ButtonLink } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import type { Ask } from './asks'

type EntryProps<One> = { ask: One; first: boolean; status: ReactNode }

/** The first thing asked has the main button; the others wait their turn. */
export function AskEntry({ ask, first, status }: EntryProps<Ask>) {
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
export function MoveElsewhere({ round }: { round: string }) {
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
