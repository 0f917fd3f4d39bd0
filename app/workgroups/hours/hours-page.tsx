import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { useAmountsInWords } from '~/ui/amount'
import { EmptyState } from '~/ui/empty-state'
import type { FormFailure } from '~/ui/form-problems'
import { Page, Section } from '~/ui/page'
import { fewestMembers } from '../rules'
import { HoursFlags } from './hours-flags'
import { HoursWeeks } from './hours-weeks'
import { OwnHours } from './own-hours'
import type { HoursFlag, HoursRefusal, Minutes, WeekTotal } from './rules'

type Lately = { weeks: number; total: Minutes; releasedPct: number; usedPct: number; isHeldBack: boolean }
export type HoursShown = { weeks: WeekTotal[]; closedUntil: string; lately?: Lately; flags: HoursFlag[] }

type HoursPageProps = {
  group: { id: string; name: string; weeklyMinutes: number }
  hours: HoursShown
  /** A member's own weeks; only they are shown them. */
  own?: { weeks: WeekTotal[]; choices: string[] }
  mayRoster: boolean
  failed?: FormFailure
  refused?: HoursRefusal | 'noSuchGroup'
  isKept?: boolean
}

/** What became of the hours that a group was promised: in words first, then week by week. */
export function HoursPage({ group, hours, own, mayRoster, ...answer }: HoursPageProps) {
  const { t } = useWords()
  const { hours: inHours } = useAmountsInWords()
  const { weeks, lately, flags, closedUntil } = hours
  return (
    <Page
      title={t('groupHours.title')}
      kicker={group.name}
      lead={t('groupHours.lead', { hours: inHours(group.weeklyMinutes) })}
    >
      {lately && <Headline {...lately} />}
      <HoursFlags flags={flags} />
      {!lately && weeks.length === 0 && (
        <EmptyState title={t('groupHours.none')}>{t('groupHours.noneText')}</EmptyState>
      )}
      {mayRoster && <Planning groupId={group.id} />}
      {own && <OwnHours {...own} {...answer} />}
      {weeks.length > 0 && <HoursWeeks weeks={weeks} closedUntil={closedUntil} />}
      <Section title={t('groupHours.who.title')}>
        <ul className="reading-rules">
          {(['own', 'planner', 'others', 'ledger'] as const).map(one => (
            <li key={one}>{t(`groupHours.who.${one}`)}</li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function Headline({ weeks, total, releasedPct, usedPct, isHeldBack }: Lately) {
  const { t } = useWords()
  const { hours } = useAmountsInWords()
  const minutes = {
    promised: hours(total.promisedMinutes),
    rostered: hours(total.rosteredMinutes),
    pulledBack: hours(total.pulledBackMinutes),
    used: hours(total.usedMinutes),
  }
  if (isHeldBack) return <p>{t('groupHours.heldBack', { ...minutes, fewest: fewestMembers })}</p>
  return (
    <>
      <p className="headline">{t('groupHours.released', { count: weeks, percent: releasedPct })}</p>
      <p>{t('groupHours.sums', minutes)}</p>
      <p>{t('groupHours.used', { percent: usedPct, used: minutes.used })}</p>
    </>
  )
}

function Planning({ groupId }: { groupId: string }) {
  const { t } = useWords()
  return (
    <div className="no-print">
      <Section title={t('groupHours.planning')}>
        <ul>
          <li>
            <Link to={`/app/groups/${groupId}/hours/roster`}>{t('groupHours.roster.title')}</Link>
          </li>
          <li>
            <Link to={`/app/groups/${groupId}/hours/import`}>{t('groupHours.import.title')}</Link>
          </li>
        </ul>
      </Section>
    </div>
  )
}
