import { addDays, type Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import type { Role } from '~/people/rules'
import type { RoundState } from '../rules'

/** Who makes the key of a round whose ballots only the works council can open, and counts them with it. */
export const keyHolders = ['worksCouncil'] as const satisfies readonly Role[]

/** Bits of the key to which ballots are sealed, also when the council makes it. @source anonymity.md §0.3 */
export const boxKeyBits = 3072

/** Days after the last day of a round in which the council counts. A round that nobody counts by then is void. @source our own choice: a holiday fits in it */
export const daysToCount = 14

/** Returns the last day on which the council can count a round. */
export const lastCountDay = (closesOn: Day): Day => addDays(closesOn, daysToCount)

type Held = { state: RoundState; isCouncilHeld: boolean; closingStep: string | null; closesOn: Day }
export type KeyRefusal = 'notCouncils' | 'tooLate'
export type CountRefusal = 'notCouncils' | 'notClosed' | 'alreadyCounted'

/** Decides whether the council may hand in a key; until issuing starts a newer one takes the place of an older one. */
export function handInKey({ state, isCouncilHeld }: Pick<Held, 'state' | 'isCouncilHeld'>): Decision<true, KeyRefusal> {
  if (!isCouncilHeld) return refuse('notCouncils')
  return state === 'draft' ? allow(true) : refuse('tooLate')
}

/** Decides whether a draft may get another holder: once the council made its key, nobody takes the round from it unseen. */
export function changeHolder(
  { isCouncilHeld, awaitsCouncilKey }: { isCouncilHeld: boolean; awaitsCouncilKey: boolean },
  councilHolds = false,
): Decision<true, 'councilHoldsKey'> {
  return isCouncilHeld && !awaitsCouncilKey && !councilHolds ? refuse('councilHoldsKey') : allow(true)
}

/** Decides whether the council may take the sealed ballots and hand in a count: after the box is shut, and once. */
export function countByCouncil(round: Omit<Held, 'closesOn'>): Decision<true, CountRefusal> {
  if (!round.isCouncilHeld) return refuse('notCouncils')
  if (round.state === 'published') return refuse('alreadyCounted')
  if (round.state !== 'closed' || !round.closingStep) return refuse('notClosed')
  return round.closingStep === 'boxShut' ? allow(true) : refuse('alreadyCounted')
}

/** Tells whether a closing stops to wait for the council. Past the last day it goes on, and finds no key. */
export function waitsForCouncil({ isCouncilHeld, closesOn }: Pick<Held, 'isCouncilHeld' | 'closesOn'>, today: Day) {
  return isCouncilHeld && today <= lastCountDay(closesOn)
}

/** Something that only the works council can do for a round to go on. */
export type CouncilAsk = {
  kind: 'council'
  say: 'makeKey' | 'checkKey' | 'count'
  round: { id: string; number: number }
  until: Day
}
type Asking = Held & { id: string; number: number; opensOn: Day; awaitsCouncilKey: boolean }

/** Returns what rounds ask of the works council. */
export function councilAsksOf(rounds: readonly Asking[]): CouncilAsk[] {
  return rounds.flatMap(round => {
    const { id, number, opensOn, closesOn, state, isCouncilHeld, awaitsCouncilKey } = round
    const ask = { kind: 'council', round: { id, number } } as const
    if (countByCouncil(round).ok) return { ...ask, say: 'count', until: lastCountDay(closesOn) }
    if (state === 'issuing' && isCouncilHeld) return { ...ask, say: 'checkKey', until: opensOn }
    return state === 'draft' && awaitsCouncilKey ? { ...ask, say: 'makeKey', until: closesOn } : []
  })
}
