import type { Day } from '~/calendar'
import { isOverdue } from './overdue'
import { isFinal, type PromiseFacts } from './words'

/** What became of all promises, as counts. `sharePercent` is absent as long as nothing has ended. */
export type KeptShare = {
  kept: number
  partly: number
  broken: number
  /** Withdrawn without the works council's agreement: that counts as not kept. */
  withdrawn: number
  /** Kept, plus half of partly. */
  points: number
  ended: number
  open: number
  overdue: number
  sharePercent?: number
}

type Counted = Pick<PromiseFacts, 'status' | 'dueOn' | 'withdrawalAgreed'>

/**
 * Computes which share of the promises that ended was kept, with every count behind it. What management only claims
 * does not count, and what has silently passed its day is counted beside it.
 * @source instruments.md, section 3e: (kept + 0.5 × partly) / (kept + partly + broken + withdrawn without agreement)
 */
export function keptShare(promises: readonly Counted[], today: Day): KeptShare {
  const count = (test: (one: Counted) => boolean) => promises.filter(test).length
  const [kept, partly, broken] = (['kept', 'partly', 'broken'] as const).map(word =>
    count(({ status }) => status === word),
  ) as [number, number, number]
  const withdrawn = count(({ status, withdrawalAgreed }) => status === 'withdrawn' && !withdrawalAgreed)
  const ended = kept + partly + broken + withdrawn
  const points = kept + partly / 2
  return {
    kept,
    partly,
    broken,
    withdrawn,
    points,
    ended,
    open: count(({ status }) => !isFinal(status)),
    overdue: count(one => isOverdue(one, today)),
    ...(ended > 0 ? { sharePercent: Math.round((100 * points) / ended) } : {}),
  }
}
