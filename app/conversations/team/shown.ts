import type { Day } from '~/calendar'
import type { ClockTime } from '../clock'
import { type AgreementListed, isLate } from './agreements'
import type { TeamTalkState } from './rules'

/** A talk as its readers see it, with the day and the time on the clock where they work. */
export type TalkShown = {
  id: string
  teamId: string
  state: TeamTalkState
  version: number
  plannedOn: Day
  time: ClockTime
  heldOn: Day | null
  guideSlug: string | null
  roundId: string | null
}

/** An agreement as its readers see it. */
export type AgreementShown = AgreementListed & { isLate: boolean }

/** What a page shows of one team: what comes, what was, and what is still to be done. */
export type TeamShown = {
  id: string
  name: string
  next: TalkShown | null
  /** Talks whose day has passed and of which nobody said yet whether they were held. */
  unsaid: TalkShown[]
  held: TalkShown[]
  open: AgreementShown[]
  ended: AgreementShown[]
}

/** Talks and ended agreements of a team that its page shows. @source our own choice: a year of monthly talks */
const [mostTalks, mostEnded] = [12, 20]

/** Returns an agreement with whether it is late. */
export const asAgreementShown = (agreement: AgreementListed, today: Day): AgreementShown => ({
  ...agreement,
  isLate: isLate(agreement, today),
})

/** Sets in order what a page shows of one team. `talks` are the latest first. */
export function teamShown(
  team: { id: string; name: string },
  talks: readonly TalkShown[],
  agreements: readonly AgreementListed[],
  today: Day,
): TeamShown {
  const own = talks.filter(talk => talk.teamId === team.id)
  const planned = own.filter(({ state }) => state === 'planned').reverse()
  const theirs = agreements.filter(one => one.teamId === team.id).map(one => asAgreementShown(one, today))
  const byDue = (a: AgreementShown, b: AgreementShown) => Number(a.dueOn > b.dueOn) - Number(a.dueOn < b.dueOn)
  return {
    ...{ id: team.id, name: team.name },
    next: planned.find(({ plannedOn }) => plannedOn >= today) ?? null,
    unsaid: planned.filter(({ plannedOn }) => plannedOn < today),
    held: own.filter(({ state }) => state === 'held').slice(0, mostTalks),
    open: theirs.filter(({ outcome }) => outcome === null).sort(byDue),
    ended: theirs.filter(({ outcome }) => outcome !== null).slice(0, mostEnded),
  }
}
