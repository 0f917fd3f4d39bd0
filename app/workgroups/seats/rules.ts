import { addDays, addMonths, type Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import { hasRole, type Person, type Role } from '~/people/rules'
import type { Lot, SeatRule } from './draw'

/** What seats are divided by, so that everybody's work is at the table. No ages, no characters, no opinions. @source issue 7; product.md, rule 10 */
export const seatTraits = ['site', 'shift', 'contract'] as const
export type SeatTrait = (typeof seatTraits)[number]

/** When somebody mostly works, as they say it themselves. */
export const shifts = ['day', 'evening', 'night', 'mixed'] as const
export type Shift = (typeof shifts)[number]

/** On what contract somebody works, as they say it themselves. */
export const contracts = ['permanent', 'fixedTerm', 'agency'] as const
export type Contract = (typeof contracts)[number]

/** What somebody does in the group besides being a member. */
export const offices = ['member', 'chair', 'secretary', 'treasurer'] as const
export type Office = (typeof offices)[number]

/** What seats are divided by, of one person. */
export type Traits = Record<SeatTrait, string>
/** A rule with how many of those it asks for are there. */
export type RuleStanding = SeatRule & { has: number }

/** Months that somebody sits. @source our own choice: long enough for a pilot, short enough to begin; a new offer is a new term */
export const termMonths = 12

/** Returns the last day of a term. */
export const lastDayOf = (fromOn: Day): Day => addDays(addMonths(fromOn, termMonths), -1)

/** Returns whether a term that ends on a day is in its last month: whoever sits then is asked for, or offers again. */
export const isLastMonth = (untilOn: Day, today: Day): boolean => today <= untilOn && untilOn < addMonths(today, 1)

/** Whoever answers the vetoes of the group, or grants its money, is on the other side of the table. */
export const otherSide = ['executive', 'projectLead'] as const satisfies readonly Role[]

/** Decides whether somebody may offer to sit: everybody who works here, except those the group has to convince. */
export const offerToSit = (by: Pick<Person, 'roles'>): Decision<null, 'otherSideOfTheTable'> =>
  hasRole(by, otherSide) ? refuse('otherSideOfTheTable') : allow(null)

/** Returns each rule with how many of those who sit fill it. */
export const standing = (rules: readonly SeatRule[], sitting: readonly Traits[]): RuleStanding[] =>
  rules.map(rule => ({ ...rule, has: sitting.filter(one => one[rule.trait] === rule.value).length }))

/** Returns what the rules still ask for. */
export const stillAsked = (rules: readonly SeatRule[], sitting: readonly Traits[]): SeatRule[] =>
  standing(rules, sitting)
    .filter(({ has, atLeast }) => has < atLeast)
    .map(({ trait, value, atLeast, has }) => ({ trait, value, atLeast: atLeast - has }))

/** Puts somebody in a list for a draw, with no more of them than the rules ask about: the list is read by everybody. */
export function asLot(number: number, traits: Traits, rules: readonly SeatRule[]): Lot {
  const asked = (trait: SeatTrait) =>
    rules.some(rule => rule.trait === trait && rule.value === traits[trait]) ? traits[trait] : ''
  return { number, site: asked('site'), shift: asked('shift'), contract: asked('contract') }
}
