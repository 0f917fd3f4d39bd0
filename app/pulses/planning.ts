import { addDays, type Day, daysBetween } from '~/calendar'
import type { ImpossibleShown } from './checks/rules'
import { lastCountDay } from './council/rules'
import type { RoundKind } from './drafting/rules'
import {
  dueMove,
  type MoveRefusal,
  openRound,
  type RoundDays,
  type RoundFacts,
  type RoundState,
  startIssuing,
  type VoidReason,
  type Witnessing,
} from './rules'

/** Any Monday; weeks are counted from here. */
const aMonday = '2024-01-01'

/**
 * Days from the Monday on which issuing starts: answers from Thursday, three working days
 * later, until the Friday of the next week, so that nobody who is away for a week misses it.
 */
const rhythm = { opensAfter: 3, closesAfter: 11 }

/** Suggests the days of the next round: from the first Monday after today and after the last planned round. */
export function suggestedDays(today: Day, lastClosesOn?: Day): RoundDays {
  const after = lastClosesOn && lastClosesOn > today ? lastClosesOn : today
  const weekday = ((daysBetween(aMonday, after) % 7) + 7) % 7
  const monday = addDays(after, 7 - weekday)
  return {
    issuingFrom: monday,
    opensOn: addDays(monday, rhythm.opensAfter),
    closesOn: addDays(monday, rhythm.closesAfter),
  }
}

type Listed = RoundFacts & Witnessing & { hasResponse: boolean; isCouncilHeld?: boolean; closingStep?: string | null }

/** What stands in the way of a round, and which other round that is about. */
export type Obstacle = { because: MoveRefusal | 'tooFewPeople'; other?: { id: string; number: number } }

/** What a round waits for: a day, the end of another round, an answer by management, or nothing. */
export type Waiting =
  | { for: 'issuing' | 'opening' | 'closing'; on: Day; isDue: boolean; obstacle?: Obstacle }
  | { for: 'council'; since?: Day; until: Day }
  | { for: 'newDays' | 'counting' | 'response' | 'nothing' }

/** One group in which answers are counted: how many are on its staff list, and which teams it joins. */
export type UnitShown = { id: string; label: string; roster: number; teams: string[] }

/** A round as those who run it see it: never who drew a token, never how many answered. */
export type RoundShown = RoundDays & {
  id: string
  number: number
  state: RoundState
  voidReason: VoidReason | null
  hasResponse: boolean
  waiting: Waiting
  today: Day
}

export type RoundInFull = RoundShown & {
  withPilotItem: boolean
  asks: RoundKind
  /** Until then only the works council, which asked for the round, reads its result. */
  embargoUntil?: Day
  rotation: number
  questions: string[]
  /** None when the organisation has too few people to be counted in groups. */
  units: UnitShown[] | null
  code: string | null
  closingStep: string | null
  /** Counts that cannot be right; only a published round has counts. */
  impossible: readonly ImpossibleShown[]
}

/** Tells what a round waits for, and what stands in the way of its next step. */
export function waitingFor(round: Listed, rounds: readonly Listed[], today: Day): Waiting {
  const isDue = dueMove(round, today) !== undefined
  switch (round.state) {
    case 'draft':
      if (today > round.closesOn) return { for: 'newDays' }
      return { for: 'issuing', on: round.issuingFrom, isDue, obstacle: issuingObstacle(round, rounds) }
    case 'issuing':
      return { for: 'opening', on: round.opensOn, isDue, obstacle: openingObstacle(round, rounds) }
    case 'open':
      return { for: 'closing', on: round.closesOn, isDue }
    case 'closed':
      return councilWaiting(round, today) ?? { for: 'counting' }
    default:
      return { for: round.state === 'published' && !round.hasResponse ? 'response' : 'nothing' }
  }
}

/** The count waits for the works council, from the moment that the box is shut. */
function councilWaiting({ isCouncilHeld, closingStep, closesOn }: Listed, today: Day): Waiting | undefined {
  if (!isCouncilHeld || closingStep !== 'boxShut') return undefined
  return { for: 'council', ...(today > closesOn ? { since: addDays(closesOn, 1) } : {}), until: lastCountDay(closesOn) }
}

/** Returns what stands in the way of issuing, if anything. */
export function issuingObstacle(round: Listed, rounds: readonly Listed[]): Obstacle | undefined {
  const decision = startIssuing(round, rounds)
  if (decision.ok) return undefined
  const culprits = {
    anotherIsIssuing: (other: Listed) => other.state === 'issuing',
    previousNotStarted: (other: Listed) => other.state === 'draft' && other.number < round.number,
  }
  const isCulprit = culprits[decision.because as keyof typeof culprits]
  return { because: decision.because, other: isCulprit && nameOf(rounds.filter(isCulprit).at(-1)) }
}

/** Returns what stands in the way of opening, if anything. */
export function openingObstacle(round: Listed, rounds: readonly Listed[]): Obstacle | undefined {
  const before = roundBefore(round, rounds)
  const decision = openRound(round, before)
  if (decision.ok) return undefined
  return { because: decision.because, other: isOwnAffair(decision.because) ? undefined : nameOf(before) }
}

const isOwnAffair = (because: MoveRefusal) => because === 'wrongState' || because === 'witnessMissing'

/** Returns the last round before this one that is not void. */
function roundBefore({ number }: Listed, rounds: readonly Listed[]): Listed | undefined {
  const earlier = rounds.filter(other => other.number < number && other.state !== 'void')
  return earlier.sort((one, other) => other.number - one.number)[0]
}

const nameOf = (round: Listed | undefined) => round && { id: round.id, number: round.number }
