import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { CouncilCounting } from './counting'
import { type Unable, whyUnable } from './key.client'
import type { CountRefusal } from './rules'

type Round = { id: string; number: number; until: string; notNow?: CountRefusal }

/** Where the council opens the ballots in its own browser: the answers stay there, the figures are handed in. */
export function CouncilCountPage({ round }: { round: Round }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const { number, notNow } = round
  return (
    <Page
      kicker={<Link to="/app/home">{t('shell.home')}</Link>}
      title={t('councilKey.count.title', { number })}
      lead={t('councilKey.count.lead')}
    >
      {notNow ? (
        <NotNow round={round} because={notNow} />
      ) : (
        <Section title={t('councilKey.count.start')}>
          <p>{t('councilKey.count.until', { date: inWords(round.until) })}</p>
          <Desk roundId={round.id} />
        </Section>
      )}
    </Page>
  )
}

function NotNow({ round: { id }, because }: { round: Round; because: CountRefusal }) {
  const { t } = useWords()
  return (
    <>
      <Notice>{t(`councilKey.refused.${because}`)}</Notice>
      {because === 'alreadyCounted' && (
        <p>
          <ButtonLink to={`/app/results/${id}`}>{t('pulses.rounds.toResult')}</ButtonLink>
        </p>
      )}
    </>
  )
}

function Desk({ roundId }: { roundId: string }) {
  const { t } = useWords()
  const [unable, setUnable] = useState<Unable | 'asking' | undefined>('asking')
  useEffect(() => void whyUnable().then(setUnable), [])
  return (
    <>
      <noscript>
        <Notice>{t('councilKey.count.noScript')}</Notice>
      </noscript>
      {unable !== 'asking' && unable && <Notice kind="warning">{t(`councilKey.unable.${unable}`)}</Notice>}
      {unable === undefined && <CouncilCounting roundId={roundId} />}
    </>
  )
}
