import type { Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import { hasRole, type Person, type Role } from '~/people/rules'
import type { RoundState } from '../rules'
import { canBeLookedUp } from './rules'

/** Who looks at the lists of a round for the staff, and confirms them. */
export const rosterConfirmers = ['worksCouncil'] as const satisfies readonly Role[]

export type RosterRefusal = 'notYourLists' | 'listsGone' | 'listsConfirmed'

/** A round as far as its lists go. */
export type RosterFacts = { state: RoundState; isConfirmed: boolean }

/**
 * Decides whether `by` may confirm who is on the lists of a round: a member of the works council, once, and as long
 * as the lists exist. Invented people on a list could hide a ballot that nobody cast.
 */
export function confirmLists(round: RosterFacts, by: Pick<Person, 'roles'>): Decision<'confirmed', RosterRefusal> {
  if (!hasRole(by, rosterConfirmers)) return refuse('notYourLists')
  if (!canBeLookedUp(round.state)) return refuse('listsGone')
  return round.isConfirmed ? refuse('listsConfirmed') : allow('confirmed')
}

/** One list of a round: who may draw a token in a unit. Nothing here says who did. */
export type RosterUnit = { id: string; label: string; roster: number; root: string; names: string[] }

/** The lists of a round that runs, as the works council looks at them; `names` are empty once they are forgotten. */
export type RosterLists = {
  round: { id: string; number: number; state: RoundState }
  units: RosterUnit[]
  confirmedOn: Day | null
}

/** Lists that nobody has looked at for the staff yet. */
export type ListsAsk = { kind: 'lists'; round: { id: string; number: number } }
