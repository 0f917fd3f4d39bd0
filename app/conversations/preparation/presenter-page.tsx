import { Link } from '@remix-run/react'
import { type ReactNode, useEffect } from 'react'
import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { turnWithArrows } from './arrows.client'
import { useScreens } from './parts'
import { sheetAddress } from './rules'
import type { Sheet } from './sheet'

/** The sheet in large letters, one part per screen: for the wall of the room, or in the hand of who leads the talk. */
export function PresenterPage({ sheet }: { sheet: Sheet }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const forLead = sheet.asked.for === 'me'
  const parts = useScreens(sheet).filter(({ isForLead }) => forLead || !isForLead)
  const all = parts.length + 1
  useEffect(() => turnWithArrows(() => [...document.querySelectorAll<HTMLElement>('.presenter-screen')]), [])
  return (
    <article className="presenter">
      <Screen nth={1} all={all} sheet={sheet}>
        <h1>{t('preparation.sheetTitle', { team: sheet.team.name })}</h1>
        <p>{inWords(sheet.madeOn, 'short')}</p>
        <p>{t('preparation.lead')}</p>
        <p className="note no-print">{t('preparation.screen.keys')}</p>
      </Screen>
      {parts.map(({ id, title, body }, place) => (
        <Screen key={id} nth={place + 2} all={all} sheet={sheet}>
          <h2>{title}</h2>
          {body}
        </Screen>
      ))}
    </article>
  )
}

type ScreenProps = { nth: number; all: number; sheet: Sheet; children: ReactNode }

/** One screen with the ways to the one before and the one after it; plain anchors, so that they work by themselves. */
function Screen({ nth, all, sheet, children }: ScreenProps) {
  const { t } = useWords()
  const { view: _, for: __, ...asked } = sheet.asked
  return (
    <section
      className="presenter-screen"
      id={`screen-${nth}`}
      tabIndex={-1}
      aria-label={t('preparation.screen.of', { nth, all })}
    >
      <div className="presenter-body">{children}</div>
      <nav className="presenter-ways" aria-label={t('preparation.screen.turn', { nth })}>
        {nth > 1 ? <a href={`#screen-${nth - 1}`}>{t('preparation.screen.previous')}</a> : <span />}
        <span>{t('preparation.screen.of', { nth, all })}</span>
        {nth < all ? (
          <a href={`#screen-${nth + 1}`}>{t('preparation.screen.next')}</a>
        ) : (
          <a href="#screen-1">{t('preparation.screen.first')}</a>
        )}
        <Link to={sheetAddress(asked)}>{t('preparation.screen.stop')}</Link>
      </nav>
    </section>
  )
}
