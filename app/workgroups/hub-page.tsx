import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { placeId } from '~/ledger/erasures/entry-places'
import { WordsOrGone } from '~/ledger/erasures/erased-words'
import { useAmountsInWords } from '~/ui/amount'
import { DayText } from '~/ui/day'
import { Page, Section } from '~/ui/page'
import { Promised } from './mandate-text'
import { MemberList } from './member-list'
import type { GroupFigures, GroupShown, Mandate, MemberShown, OwnStanding } from './shown'
import { WayIn } from './way-in'

type HubPageProps = {
  group: GroupShown
  mandates: readonly Mandate[]
  members: readonly MemberShown[]
  own: OwnStanding
  figures: GroupFigures
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
export function HubPage({ group, mandates, members, own, figures }: HubPageProps) {
  const { t } = useWords()
  const [mandate] = mandates
  const told = useFigures(figures)
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
              {told[place] && <strong>{told[place]} </strong>}
              {t(`groups.hub.${place}.text`)}
            </Room>
          ))}
        </ul>
      </Section>
      <Section title={t('groups.mandate.title')}>
        <p className="register-text">
          <WordsOrGone words={mandate?.words} of="mandate" id={placeId(group.id, mandate?.version ?? 0)} part="text" />
        </p>
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

function useFigures({ leftCents, releasedPct, voting }: GroupFigures) {
  const { t } = useWords()
  const { money } = useAmountsInWords()
  const told: Partial<Record<(typeof rooms)[number]['place'], string>> = {
    budget: leftCents === undefined ? undefined : t('groups.hub.left', { amount: money(leftCents) }),
    hours: releasedPct === undefined ? undefined : t('groups.hub.released', { pct: releasedPct }),
    proposals: voting > 0 ? t('groups.hub.voting', { count: voting }) : undefined,
  }
  return told
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
