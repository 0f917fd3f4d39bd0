import type { Day } from '~/calendar'
import { isOverdue, type Side } from './rules'
import {
  type Barrier,
  currentWords,
  isFinal,
  type PromiseAmended,
  type PromiseFacts,
  type PromiseStatus,
  type PromiseWords,
} from './words'

export const eventKinds = ['made', 'amended', 'moved', 'evidence'] as const
export type EventKind = (typeof eventKinds)[number]

/** One thing that happened to a promise. */
export type PromiseEvent = {
  version: number
  kind: EventKind
  side: Side
  happenedOn: Day
  status: PromiseStatus
  note: string
  changed?: PromiseAmended
}

/** A promise as everybody may read it: as it is now, and as it was first said. */
export type PromiseMade = PromiseFacts & {
  id: string
  number: number
  first: PromiseWords
  now: PromiseWords
  place: string | null
  barrier: Barrier | null
  round: { id: string; number: number } | null
  enteredOn: Day
  enteredLater: boolean
  lastMovedOn: Day
  isAmended: boolean
  isOverdue: boolean
}

/** A promise with all that happened to it, the first event first. */
export type PromiseInFull = PromiseMade & { events: PromiseEvent[] }

export const registerFilters = [
  'all',
  'open',
  'overdue',
  'claimed',
  'disputed',
  'kept',
  'partly',
  'broken',
  'withdrawn',
] as const
export type RegisterFilter = (typeof registerFilters)[number]
export type RegisterAsked = { filter: RegisterFilter; search: string }

/** Reads what a reader asks of the register from an address; anything else asks for everything. */
export function askedOf(parameters: URLSearchParams): RegisterAsked {
  const filter = registerFilters.find(known => known === parameters.get('status')) ?? 'all'
  return { filter, search: (parameters.get('q') ?? '').trim().slice(0, 100) }
}

/** Returns the promises that answer a question: overdue first, then by day. */
export function registerOf<Made extends PromiseMade>(
  promises: readonly Made[],
  { filter, search }: RegisterAsked,
): Made[] {
  const sought = plain(search)
  return promises
    .filter(promise => fits(promise, filter))
    .filter(({ id, first, now }) => {
      const said = [id, first.text, now.text, now.why, now.scope, now.exclusions, now.measure].join(' ')
      return plain(said).includes(sought)
    })
    .sort((a, b) => orderOf(a).localeCompare(orderOf(b)))
}

/** What waits longest comes first, what has ended last. */
const orderOf = ({ status, isOverdue, dueOn, number }: PromiseMade) =>
  `${isOverdue ? 0 : isFinal(status) ? 2 : 1} ${dueOn} ${String(number).padStart(6, '0')}`

function fits({ status, isOverdue }: PromiseMade, filter: RegisterFilter): boolean {
  if (filter === 'all') return true
  if (filter === 'open') return !isFinal(status)
  if (filter === 'overdue') return isOverdue
  if (filter === 'claimed') return status.startsWith('claimed')
  return filter === 'withdrawn' ? status === 'withdrawn' || status === 'superseded' : status === filter
}

/** Letters as people search for them: without capitals and accents. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Puts a promise together from its first words and its events; what is overdue depends on `today`. */
export function asMade(
  stored: Omit<PromiseMade, 'now' | 'lastMovedOn' | 'isAmended' | 'isOverdue' | 'dueOn'>,
  events: readonly Pick<PromiseEvent, 'happenedOn' | 'changed'>[],
  today: Day,
): PromiseMade {
  const amendments = events.flatMap(({ changed }) => changed ?? [])
  const now = currentWords(stored.first, amendments)
  return {
    ...stored,
    now,
    dueOn: now.dueOn,
    lastMovedOn: events.at(-1)?.happenedOn ?? stored.enteredOn,
    isAmended: amendments.length > 0,
    isOverdue: isOverdue({ status: stored.status, dueOn: now.dueOn }, today),
  }
}
