import { addWorkingDays, type Day } from '~/calendar'
import { hasRole, type Person, type Role, roles } from '~/people/rules'
import { isLate } from '../team/agreements'
import type { AgreementOutcome, AgreementOwner, TeamTalkState } from '../team/rules'

/** Who reads the cycle: everybody, except who only keeps the machine running. */
export const cycleReaders: readonly Role[] = roles.filter(role => role !== 'platformAdmin')

/** Who reads the cycle of every team, as counts; everybody else reads that of their own. */
export const cycleOverseers = ['executive', 'hr', 'worksCouncil', 'projectLead'] as const satisfies readonly Role[]

/** Whose agreements an overseer may read in words: those that are not a team's own. */
export const overseenOwners: readonly AgreementOwner[] = ['management', 'hr', 'ict']

/** Working days after a result in which management answers. @source walkthroughs.md, 6.2: "reaction within 5 working days" */
export const responseDays = 5

/** Working days after a result in which a team talks about it. @source our own choice: two weeks, so that it is still fresh */
export const talkDays = 10

/** A result that everybody may read, since when, and when management answered. */
export type CycleRound = { id: string; number: number; inSightOn: Day; answeredOn: Day | null }
type Talk = {
  id: string
  teamId: string
  state: TeamTalkState
  roundId: string | null
  plannedOn: Day
  heldOn: Day | null
}
type Agreement = { teamId: string; talkId: string; outcome: AgreementOutcome | null; dueOn: Day; endedOn: Day | null }
/** A team in the order of the tree; one without a lead has nobody to hold a talk. */
export type CycleTeam = { id: string; name: string; above: string | null; isLed: boolean }

/** How a step stands that has a last day: done, still in time, late since that day, or passed over for good. */
export type StepShown =
  | { kind: 'done'; on: Day; dueOn: Day; wasLate: boolean }
  | { kind: 'planned' | 'waiting' | 'late'; on: Day | null; dueOn: Day }
  | { kind: 'passedOver' | 'noLead' }
/** What came of the agreements of a team; `lateSince` is the earliest day that has passed. */
export type AgreementCounts = { open: number; done: number; dropped: number; late: number; lateSince: Day | null }
/** One team in the cycle of one round. `before` is what is still open from earlier talks; only with the latest result. */
export type TeamCycle = CycleTeam & { talk: StepShown; agreements: AgreementCounts; before: AgreementCounts }
/** One result and all that follows from it. */
export type RoundCycle = { id: string; number: number; inSightOn: Day; response: StepShown; teams: TeamCycle[] }

type Said = { talks: readonly Talk[]; agreements: readonly Agreement[] }

/**
 * Follows each result through talk, agreements and response, the latest result first and its teams in the order of the
 * tree: there is no best team.
 *
 * @param rounds results that everybody may read, the latest first
 */
export function cycleOf(
  rounds: readonly CycleRound[],
  teams: readonly CycleTeam[],
  said: Said,
  today: Day,
): RoundCycle[] {
  return rounds.map((round, place) => {
    const until = rounds[place - 1]?.inSightOn
    const about = talksAbout(round, until, said.talks)
    return {
      ...{ id: round.id, number: round.number, inSightOn: round.inSightOn },
      response: responseStep(round, today),
      teams: teams.map(team => teamCycle(team, about, { ...said, round, until, today })),
    }
  })
}

/** Returns the talks about a result: those that name it, and those that name none and were in the days before the next. */
function talksAbout({ id, inSightOn }: CycleRound, until: Day | undefined, talks: readonly Talk[]): Talk[] {
  const isInTime = (day: Day) => day >= inSightOn && (until === undefined || day < until)
  return talks.filter(talk => (talk.roundId ? talk.roundId === id : isInTime(talk.heldOn ?? talk.plannedOn)))
}

function responseStep({ inSightOn, answeredOn }: CycleRound, today: Day): StepShown {
  const dueOn = addWorkingDays(inSightOn, responseDays)
  if (answeredOn) return { kind: 'done', on: answeredOn, dueOn, wasLate: answeredOn > dueOn }
  return { kind: today > dueOn ? 'late' : 'waiting', on: null, dueOn }
}

type Context = { agreements: readonly Agreement[]; round: CycleRound; until: Day | undefined; today: Day }

function teamCycle(team: CycleTeam, about: readonly Talk[], context: Context): TeamCycle {
  const { agreements, until, today } = context
  const talks = about.filter(talk => talk.teamId === team.id && talk.state !== 'cancelled')
  const ids = new Set(talks.map(talk => talk.id))
  const theirs = agreements.filter(one => one.teamId === team.id)
  const agreed = theirs.filter(one => ids.has(one.talkId))
  const open = until === undefined ? theirs.filter(one => one.outcome === null && !ids.has(one.talkId)) : []
  return {
    ...{ ...team, talk: talkStep(talks, team.isLed, context) },
    ...{ agreements: countsOf(agreed, today), before: countsOf(open, today) },
  }
}

function talkStep(talks: readonly Talk[], isLed: boolean, { round, until, today }: Context): StepShown {
  const dueOn = addWorkingDays(round.inSightOn, talkDays)
  const on = earliest(talks.flatMap(({ heldOn }) => heldOn ?? []))
  if (on) return { kind: 'done', on, dueOn, wasLate: on > dueOn }
  const planned = earliest(talks.flatMap(({ plannedOn }) => (plannedOn >= today ? plannedOn : [])))
  if (until !== undefined && until <= today && !planned) return { kind: 'passedOver' }
  if (!isLed) return { kind: 'noLead' }
  if (today > dueOn) return { kind: 'late', on: planned, dueOn }
  return { kind: planned ? 'planned' : 'waiting', on: planned, dueOn }
}

/** Counts what became of agreements. */
export function countsOf(agreements: readonly Agreement[], today: Day): AgreementCounts {
  const late = agreements.filter(one => isLate(one, today))
  const ended = (outcome: AgreementOutcome | null) => agreements.filter(one => one.outcome === outcome).length
  return {
    ...{ open: ended(null), done: ended('done'), dropped: ended('dropped') },
    ...{ late: late.length, lateSince: earliest(late.map(({ dueOn }) => dueOn)) },
  }
}

/** What the page says first of a round: how many teams talked, and what is late. */
export type CycleHeadline = {
  teams: number
  talked: number
  lateTalks: number
  lateAgreements: number
  response: StepShown['kind']
}

/** Sums up the cycle of one round. Teams that nobody leads are not counted on. */
export function headlineOf({ teams, response }: RoundCycle): CycleHeadline {
  const counted = teams.filter(({ talk }) => talk.kind !== 'noLead')
  const talks = (kind: StepShown['kind']) => counted.filter(({ talk }) => talk.kind === kind).length
  const lateAgreements = teams.reduce((sum, { agreements, before }) => sum + agreements.late + before.late, 0)
  return {
    teams: counted.length,
    talked: talks('done'),
    lateTalks: talks('late'),
    lateAgreements,
    response: response.kind,
  }
}

/** Tells whether somebody reads the cycle of every team. */
export const overseesCycle = (person: Pick<Person, 'roles'>): boolean => hasRole(person, cycleOverseers)

const earliest = (days: readonly Day[]): Day | null => [...days].sort()[0] ?? null
