import type { Day } from '~/calendar'

/** What a promise may be. The last five words are final; three of them are never management's own. */
export const promiseStatuses = [
  'made',
  'underWay',
  'claimedKept',
  'claimedPartly',
  'claimedBroken',
  'disputed',
  'kept',
  'partly',
  'broken',
  'withdrawn',
  'superseded',
] as const
export type PromiseStatus = (typeof promiseStatuses)[number]

/** Tells whether nothing can follow any more, except an agreement to a withdrawal. */
export const isFinal = (status: PromiseStatus): boolean =>
  promiseStatuses.indexOf(status) >= promiseStatuses.indexOf('kept')

/** Who may own a promise: a role that the organisation can be held to. */
export const ownerRoles = ['executive', 'hr', 'projectLead', 'teamLead'] as const
export type OwnerRole = (typeof ownerRoles)[number]

/** The five barriers that a promise may take away. @source instruments.md, section 3a */
export const barriers = ['job_loss', 'distrust', 'ai_fails', 'too_old', 'unheard'] as const
export type Barrier = (typeof barriers)[number]

/** The words of a promise that can be amended; the first ones always stay. */
export type PromiseWords = {
  text: string
  why: string
  ownerRole: OwnerRole
  /** Who answers for it by name and agreed to be named; empty when nobody is named, or when the name was erased. */
  ownerName?: string
  dueOn: Day
  scope: string
  /** What the promise does not cover. */
  exclusions: string
  /** How anybody will see whether it was kept. */
  measure: string
}
/** The parts that can be amended, in the order in which they are read. */
export const promiseParts = [
  'text',
  'why',
  'ownerRole',
  'ownerName',
  'dueOn',
  'scope',
  'exclusions',
  'measure',
] as const
export type PromisePart = (typeof promiseParts)[number]
/** All that is said when a promise is made. */
export type PromiseSaid = PromiseWords & { madeOn: Day; place?: string; barrier?: Barrier; roundId?: string }
export type PromiseAmended = Partial<PromiseWords>

/** What the rules need to know of a promise: as amended, except the day on which it was made. */
export type PromiseFacts = {
  status: PromiseStatus
  /** Grows by one with each event; who decides names the one they have read. */
  version: number
  madeOn: Day
  dueOn: Day
  successorId: string | null
  withdrawalAgreed: boolean
  /** The number of the round in which staff judge it now, from the first token until the figures are out. */
  staffJudgeIn?: number
}

/** Returns the words as they are now: the first ones with each amendment on top. */
export function currentWords(first: PromiseWords, amendments: readonly PromiseAmended[]): PromiseWords {
  return Object.assign({}, first, ...amendments)
}

/** Returns only the parts that differ from the words as they are now. */
export function changedParts(now: PromiseWords, asked: PromiseWords): PromiseAmended {
  const changed = promiseParts.filter(part => (asked[part] ?? '') !== (now[part] ?? ''))
  return Object.fromEntries(changed.map(part => [part, asked[part] ?? '']))
}

/** Returns the first sentences that fit into a promise, or the first words of a long one. */
export function startedFrom(text: string, most = 140): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const short = line.slice(0, most + 1)
  const end = Math.max(...['. ', '! ', '? '].map(mark => short.lastIndexOf(mark)))
  return end > 0 ? short.slice(0, end + 1) : short.slice(0, short.lastIndexOf(' ')).trim()
}
