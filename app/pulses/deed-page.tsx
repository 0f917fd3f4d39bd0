import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Preview } from '~/ui/preview'
import type { Obstacle, RoundShown } from './planning'
import { ObstacleNotice } from './rounds/waiting'

/** Why a deed on a round was refused: each has its sentence under `pulses.refused`. */
export type DeedRefusal = Obstacle['because'] | 'noSuchRound' | 'staffChanged'

type DeedPageProps = {
  deed: 'issue' | 'open' | 'close' | 'void'
  round: RoundShown
  /** Whether it can be done now; otherwise the page says what stands in the way and offers no button. */
  obstacle?: Obstacle
  refused?: DeedRefusal
  irrevocable: readonly string[]
  warning?: ReactNode
  /** What will be so afterwards. */
  children: ReactNode
}

/** Shows what a deed on a round will do and what cannot be undone, and asks once. */
export function DeedPage({ deed, round, obstacle, refused, irrevocable, warning, children }: DeedPageProps) {
  const { t } = useWords()
  const number = round.number
  const home = `/app/rounds/${round.id}`
  return (
    <Page
      kicker={<Link to={home}>{t('pulses.rounds.name', { number })}</Link>}
      title={t(`pulses.rounds.deed.${deed}.title`, { number })}
    >
      {refused && <Notice kind="warning">{t(`pulses.refused.${refused}`)}</Notice>}
      {obstacle && !refused && <ObstacleNotice obstacle={obstacle} />}
      {warning && !obstacle && <Notice kind="warning">{warning}</Notice>}
      <Preview caption={t(`pulses.rounds.deed.${deed}.caption`)} irrevocable={irrevocable}>
        {children}
      </Preview>
      <form method="post">
        <ButtonRow>
          {!obstacle && (
            <Button kind={deed === 'void' ? 'warning' : 'main'}>{t(`pulses.rounds.deed.${deed}.submit`)}</Button>
          )}
          <ButtonLink to={home} kind="quiet">
            {t(obstacle ? 'shell.back' : 'shell.cancel')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  )
}

/** Says that the calendar would do this by itself, as long as its day has not come. */
export function EarlyByHand({ round: { waiting, today } }: { round: RoundShown }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  if (!('on' in waiting) || waiting.on <= today) return null
  return <p>{t('pulses.rounds.deed.early', { date: inWords(waiting.on) })}</p>
}
