import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { DayText } from '~/ui/day'
import { Page, Section } from '~/ui/page'
import { Promised } from './mandate-text'
import { MemberList } from './member-list'
import type { GroupShown, Mandate, MemberShown, OwnStanding } from './shown'

type HubPageProps = {
  group: GroupShown
  mandates: readonly Mandate[]
  members: readonly MemberShown[]
  own: OwnStanding
  /** Money that is left, and what else is told of the group in a word. */
  figures?: Partial<Record<(typeof rooms)[number]['place'], string>>
}

/** Where the work of the group is done; each has pages of its own. */
const rooms = [
  { place: 'proposals', to: (id: string) => `/app/groups/${id}/proposals` },
  { place: 'budget', to: (id: string) => `/app/groups/${id}/budget` },
  { place: 'hours', to: (id: string) => `/app/groups/${id}/hours` },
  { place: 'useCases', to: () => '/app/use-cases' },
  { place: 'gates', to: () => '/app/gates' },
  { place: 'vetoes', to: () => '/app/vetoes' },
] as const

/** A working group at a glance: what it may decide, who sits in it, and the ways to its work. */
export function HubPage({ group, mandates, members, own, figures = {} }: HubPageProps) {
  const { t } = useWords()
  const [mandate] = mandates
  return (
    <Page
      kicker={<Link to="/app/groups">{t('groups.title')}</Link>}
      title={group.name}
      lead={t(`groups.stateLong.${group.state}`)}
    >
      <WayIn group={group} own={own} isFull={members.length >= group.seats} />
      <Section title={t('groups.hub.work')}>
        <ul className="guide-list">
          {rooms.map(({ place, to }) => (
            <Room key={place} to={to(group.id)} title={t(`groups.hub.${place}.title`)}>
              {figures[place] && <strong>{figures[place]} </strong>}
              {t(`groups.hub.${place}.text`)}
            </Room>
          ))}
        </ul>
      </Section>
      <Section title={t('groups.mandate.title')}>
        <p className="register-text">{mandate?.words}</p>
        <Promised seats={group.seats} weeklyMinutes={group.weeklyMinutes} />
        <VetoPromise id={group.vetoPromiseId} />
        <p>
          <Link to={`/app/groups/${group.id}/mandate`}>{t('groups.hub.allMandates', { count: mandates.length })}</Link>
        </p>
      </Section>
      <Section title={t('groups.members.title')}>
        <MemberList members={members} />
        <p>
          <Link to={`/app/groups/${group.id}/members`}>{t('groups.hub.seats')}</Link>
        </p>
      </Section>
      <p className="note">
        {t('groups.hub.founded')} <DayText day={group.foundedOn} />.
      </p>
    </Page>
  )
}

const Room = ({ to, title, children }: { to: string; title: ReactNode; children: ReactNode }) => (
  <li>
    <h3>
      <Link to={to}>{title}</Link>
    </h3>
    <p className="note">{children}</p>
  </li>
)

/** The promise that management does not go live against a veto; that there is none is said as plainly. */
export function VetoPromise({ id }: { id: string | null }) {
  const { t } = useWords()
  if (!id) return <p>{t('groups.promise.none')}</p>
  return (
    <p>
      <Link to={`/app/promises/${id}`}>{t('groups.promise.stands', { id })}</Link>
    </p>
  )
}

/** The one next step of whoever reads. */
function WayIn({ group, own, isFull }: { group: GroupShown; own: OwnStanding; isFull: boolean }) {
  const { t } = useWords()
  const { id, state } = group
  if (state === 'ended') return null
  const fills = own.maySeat && !isFull
  return (
    <ButtonRow>
      {own.sits && <ButtonLink to={`/app/groups/${id}/proposals`}>{t('groups.hub.toProposals')}</ButtonLink>}
      {!own.sits && own.mayOffer && (
        <ButtonLink to={`/app/groups/${id}/volunteer`} kind={isFull || own.offers ? 'quiet' : 'main'}>
          {t(own.offers ? 'groups.hub.offered' : 'groups.hub.offer')}
        </ButtonLink>
      )}
      {fills && (
        <ButtonLink to={`/app/groups/${id}/draw`} kind={own.mayOffer ? 'quiet' : 'main'}>
          {t('groups.hub.fill')}
        </ButtonLink>
      )}
    </ButtonRow>
  )
}
