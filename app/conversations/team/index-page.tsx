import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { AgreementsTable, type PromisesMade } from './agreements-table'
import type { TalkShown, TeamShown } from './shown'

type IndexProps = { teams: readonly TeamShown[]; leads: boolean; promises: PromisesMade; mayReadCycle: boolean }

/** The talks and agreements of a team: for who leads it with the next step, for everybody else to read. */
export function TeamTalksPage({ teams, leads, promises, mayReadCycle }: IndexProps) {
  const { t } = useWords()
  const isEmpty = teams.every(team => !team.next && team.held.length + team.unsaid.length + team.open.length === 0)
  const [only] = teams.length === 1 ? teams : []
  return (
    <Page
      kicker={only?.name}
      title={t('teamTalks.title')}
      lead={t(leads ? 'teamTalks.lead.lead' : 'teamTalks.lead.member')}
    >
      {leads && (
        <ButtonRow>
          <ButtonLink to="/app/team-talks/prepare">{t('teamTalks.prepare')}</ButtonLink>
          <ButtonLink to="/app/team-talks/new" kind="quiet">
            {t('teamTalks.plan')}
          </ButtonLink>
        </ButtonRow>
      )}
      {isEmpty ? (
        <EmptyState title={t('teamTalks.empty.title')}>
          <p>{t(leads ? 'teamTalks.empty.lead' : 'teamTalks.empty.member')}</p>
          <p>{t('teamTalks.empty.kept')}</p>
        </EmptyState>
      ) : (
        teams.map(team => <Team key={team.id} {...{ team, leads, promises }} isOnly={team === only} />)
      )}
      {mayReadCycle && (
        <p>
          <Link to="/app/cycle">{t('teamTalks.toCycle')}</Link>
        </p>
      )}
    </Page>
  )
}

type TeamProps = { team: TeamShown; isOnly: boolean } & Pick<IndexProps, 'leads' | 'promises'>

function Team({ team, isOnly, leads, promises }: TeamProps) {
  const { t } = useWords()
  const tables = { promises, mayWrite: leads }
  return (
    <section className="flow">
      <h2 className={isOnly ? 'only-read-aloud' : undefined}>{team.name}</h2>
      {leads && !isOnly && (
        <ButtonRow>
          <ButtonLink to={`/app/team-talks/prepare?team=${team.id}`} kind="plain">
            {t('teamTalks.prepare')}
          </ButtonLink>
          <ButtonLink to={`/app/team-talks/new?team=${team.id}`} kind="plain">
            {t('teamTalks.plan')}
          </ButtonLink>
        </ButtonRow>
      )}
      {leads && team.unsaid.map(talk => <Unsaid key={talk.id} talk={talk} />)}
      <p>{team.next ? <Next talk={team.next} /> : t('teamTalks.noNext')}</p>
      {team.open.length > 0 ? (
        <AgreementsTable {...tables} caption={t('teamTalks.open')} agreements={team.open} />
      ) : (
        <p>{t('teamTalks.noneOpen')}</p>
      )}
      {team.ended.length > 0 && (
        <details>
          <summary>{t('teamTalks.ended', { count: team.ended.length })}</summary>
          <AgreementsTable {...tables} mayWrite={false} caption={t('teamTalks.endedCaption')} agreements={team.ended} />
        </details>
      )}
      {team.held.length > 0 && (
        <details>
          <summary>{t('teamTalks.held', { count: team.held.length })}</summary>
          <ul>
            {team.held.map(talk => (
              <li key={talk.id}>
                <HeldLink talk={talk} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Next({ talk: { id, plannedOn, time } }: { talk: TalkShown }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return <Link to={`/app/team-talks/${id}`}>{t('teamTalks.next', { date: inWords(plannedOn), time })}</Link>
}

function HeldLink({ talk: { id, heldOn } }: { talk: TalkShown }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return <Link to={`/app/team-talks/${id}`}>{t('teamTalks.heldOn', { date: inWords(heldOn!, 'short') })}</Link>
}

/** Asks what became of a talk whose day has passed. */
function Unsaid({ talk: { id, plannedOn } }: { talk: TalkShown }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <Notice title={t('teamTalks.unsaid.title', { date: inWords(plannedOn) })}>
      <p>
        <Link to={`/app/team-talks/${id}`}>{t('teamTalks.unsaid.go')}</Link>
      </p>
    </Notice>
  )
}
