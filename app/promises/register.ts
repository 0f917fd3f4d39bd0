import type { Day } from '~/calendar'
import type { KeptFile } from './evidence/kinds'
import { isOverdue } from './overdue'
import type { Side } from './rules'
import {
  type Barrier,
  currentWords,
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
  file?: KeptFile
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
