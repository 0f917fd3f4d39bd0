import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import type { TeamTalkAsk } from './asks'

/** Names what waits for this reader, and leads to it. */
export function TeamTalkAskEntry({ ask, first }: { ask: TeamTalkAsk; first: boolean }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const kind = first ? 'main' : 'quiet'
  if (ask.kind === 'talkUnsaid')
    return (
      <>
        <h2>{t('teamTalks.home.unsaidTitle', { date: inWords(ask.talk.plannedOn) })}</h2>
        <p>{t('teamTalks.home.unsaidText', { team: ask.talk.team })}</p>
        <ButtonLink kind={kind} to={`/app/team-talks/${ask.talk.id}`}>
          {t('teamTalks.home.unsaidGo')}
        </ButtonLink>
      </>
    )
  return (
    <>
      <h2>{t('teamTalks.home.wantedTitle', { count: ask.count })}</h2>
      <ul>
        {ask.agreements.map(({ id, action, team }) => (
          <li key={id}>
            <Link to={`/app/promises/new?agreement=${id}`}>{action}</Link> ({team ?? t('talkFigures.everybody')})
          </li>
        ))}
      </ul>
      <ButtonLink kind={kind} to="/app/cycle">
        {t('teamTalks.home.wantedGo')}
      </ButtonLink>
    </>
  )
}
