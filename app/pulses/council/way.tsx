import { Link, useRouteLoaderData } from '@remix-run/react'
import { useWords } from '~/language/words'
import { hasRole, type Person } from '~/people/rules'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { keyHolders } from './rules'

type WayProps = { roundId: string; to: 'key' | 'count' }

/** Where a round waits for the works council: the way there for its members, and for others who to turn to. */
export function CouncilWay({ roundId, to }: WayProps) {
  const { t } = useWords()
  const reader = useRouteLoaderData<{ reader: Pick<Person, 'roles'> | null }>('root')?.reader
  if (!reader || !hasRole(reader, keyHolders)) return <p>{t('councilKey.way.tell')}</p>
  return (
    <p>
      <Link to={`/app/rounds/${roundId}/${to}`}>{t(`councilKey.way.${to}`)}</Link>
    </p>
  )
}

/** Says that the ballots of a closed round wait for the works council, since when, and until which day. */
export function CouncilWaiting({ roundId, since, until }: { roundId: string; since?: string; until: string }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <Notice title={t('councilKey.waiting.title')}>
      {since && <p>{t('councilKey.waiting.since', { date: inWords(since) })}</p>}
      <p>{t('councilKey.waiting.until', { date: inWords(until) })}</p>
      <CouncilWay roundId={roundId} to="count" />
    </Notice>
  )
}
