/** The attacks of the public suite, in the order in which the report tells of them. @source anonymity.md, sections 8 and 14 */
export const attackIds = [
  'stolenFiles',
  'stolenBackups',
  'curiousAdministrator',
  'insiders',
  'subtraction',
  'overTime',
  'regrouping',
  'taggedKeys',
  'doubleVote',
  'slips',
  'councilKey',
  'timing',
  'rewrittenLedger',
] as const
export type AttackId = (typeof attackIds)[number]

/** How often something was tried, and how often it worked. */
export type Tried = { tried: number; broken: number }

/** The databases the product runs on. */
export type Engine = 'sqlite' | 'postgres'

/** How one attack ended, beside its controls: the same attack on a design that does not protect. */
export type AttackResult = Tried & {
  id: AttackId
  /** The share that may succeed: zero, but where even guessing is sometimes right. */
  tolerated: number
  seconds: number
  /** The databases it was carried out on; none where nothing is stored. */
  engines: readonly Engine[]
  controls: Record<string, Tried>
}

/** What one run of the suite found, on which program and when. */
export type AttackReport = {
  version: string
  /** The day of the run, in UTC. */
  ranOn: string
  /** The SHA-256 of all sources that were attacked. */
  sources: string
  attacks: readonly AttackResult[]
}

/** How an attack may end: it failed as it should, it succeeded, or a control shows that it could not have succeeded. */
export type Ending = 'withstood' | 'broken' | 'cannotTell'

/** Decides how an attack ended. An attack that tried nothing, and a control that finds nothing, prove nothing. */
export function endingOf({ tried, broken, tolerated, controls }: AttackResult): Ending {
  if (tried > 0 && broken > tried * tolerated) return 'broken'
  const isAwake = (control: Tried) => control.tried > 0 && control.broken > control.tried * tolerated
  const all = Object.values(controls)
  return tried > 0 && all.length > 0 && all.every(isAwake) ? 'withstood' : 'cannotTell'
}

/** Returns whether every attack failed and every control succeeded. */
export const allWithstood = (results: readonly AttackResult[]): boolean =>
  results.length > 0 && results.every(result => endingOf(result) === 'withstood')

/** Returns the databases on which a run took place. */
export const enginesOf = ({ attacks }: AttackReport): Engine[] => [
  ...new Set(attacks.flatMap(({ engines }) => engines)),
]
