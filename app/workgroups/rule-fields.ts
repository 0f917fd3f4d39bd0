import type { SeatRule } from './seats/draw'
import { contracts, shifts } from './seats/rules'

// The form asks how many seats at least are for each site, shift and contract: one small number each.

/** What a rule can be about, with the name of its field. */
export type RuleField = Pick<SeatRule, 'trait' | 'value'> & { name: string }

/** Returns every rule that can be asked for, in the order of the form. */
export function ruleFieldsFor(siteIds: readonly string[]): RuleField[] {
  const fields = (trait: SeatRule['trait'], values: readonly string[]) =>
    values.map(value => ({ trait, value, name: `rule-${trait}-${value}` }))
  return [...fields('site', siteIds), ...fields('shift', shifts), ...fields('contract', contracts)]
}

/** Returns the names of the fields, as the form sends them. */
export const namesOf = (fields: readonly RuleField[]) => fields.map(({ name }) => name)

/** Returns the rules of a filled-in form; nought asks for nothing. */
export const rulesIn = (fields: readonly RuleField[], filled: Record<string, number>): SeatRule[] =>
  fields.flatMap(({ trait, value, name }) => (filled[name] ? [{ trait, value, atLeast: filled[name] }] : []))

/** Returns what stands in the fields for these rules. */
export const filledWith = (rules: readonly SeatRule[]): Record<string, string> =>
  Object.fromEntries(rules.map(({ trait, value, atLeast }) => [`rule-${trait}-${value}`, String(atLeast)]))
