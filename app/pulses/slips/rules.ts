import { allow, type Decision, refuse } from '~/decision'
import { hasRole, type Person, type Role } from '~/people/rules'
import type { Issuance, RoundState, Witnessing } from '../rules'

/** Who may make and hand out slips: the works council. An administrator only where there is none. */
export const slipKeepers = ['worksCouncil', 'platformAdmin'] as const satisfies readonly Role[]

/** What stands in the place of a blinded token for somebody who got a slip: no token comes from it, ever. */
export const slipMark = 'slip'

/** A unit with its slips: how many may be made, were made, and were handed out. */
export type SlipUnit = { id: string; label: string; roster: number; most: number; made: number; handedOut: number }

/** Somebody on the list of a unit, and whether they got a slip. */
export type Listed = { id: string; name: string; hasSlip: boolean }

/** Cards on one sheet of A4. @source our own choice: 97 by 70 mm, large enough to scan and to read */
export const cardsPerSheet = 8

/** Decides whether somebody keeps the slips here. Whoever runs the machine does it only where nobody is elected. */
export function keepsSlips(person: Pick<Person, 'roles'>, hasWorksCouncil: boolean): boolean {
  if (hasRole(person, ['worksCouncil'])) return true
  return !hasWorksCouncil && hasRole(person, ['platformAdmin'])
}

type Round = { state: RoundState } & Witnessing

export type MakeRefusal = 'noSuchRound' | 'notIssuing' | 'alreadyHandedOut'

/**
 * Decides whether slips of a unit may be made, or made anew. Only before anybody answers, and not once one of them is
 * in somebody's hands: it would work no more.
 */
export function makeSlips(round: Round | undefined, handedOut: number): Decision<'made', MakeRefusal> {
  if (!round) return refuse('noSuchRound')
  if (round.state !== 'issuing') return refuse('notIssuing')
  return handedOut > 0 ? refuse('alreadyHandedOut') : allow('made')
}

export type HandOutRefusal = 'noSuchRound' | 'notRunning' | 'awaitingWitness' | 'notOnList' | 'voteIssued' | 'noneLeft'

type HandOutFacts = { isListed: boolean; earlier: Issuance | undefined; made: number; handedOut: number }

/** Decides whether somebody gets a slip: one vote per person, as a token or as a slip, and never both. */
export function handOut(
  round: Round | undefined,
  { isListed, earlier, made, handedOut }: HandOutFacts,
): Decision<'first' | 'again', HandOutRefusal> {
  if (!round) return refuse('noSuchRound')
  if (round.state !== 'issuing' && round.state !== 'open') return refuse('notRunning')
  if (round.awaitsWitness) return refuse('awaitingWitness')
  if (!isListed) return refuse('notOnList')
  if (earlier) return isSlip(earlier) ? allow('again') : refuse('voteIssued')
  return handedOut >= made ? refuse('noneLeft') : allow('first')
}

const isSlip = ({ blindedSha256 }: Issuance): boolean => blindedSha256 === slipMark
