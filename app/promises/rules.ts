import type { Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import { hasRole, type Person, promiseJudges, promisers } from '~/people/rules'
import { claimed, isLongOverdue } from './overdue'
import type { PromiseFacts, PromiseStatus, PromiseWords } from './words'

type By = Pick<Person, 'roles'>
/** On whose behalf something was done; the register names roles and no persons. */
export const sides = ['management', 'worksCouncil', 'staff'] as const
export type Side = (typeof sides)[number]

export type MakeRefusal = 'notYourDeed' | 'madeInTheFuture' | 'dueBeforeMade'

/**
 * Decides whether a promise may be published. One that was made before today is marked as entered later:
 * an old promise belongs in the register, but nobody can pretend that it stood there all the time.
 */
export function makePromise(
  said: PromiseWords & { madeOn: Day },
  today: Day,
  by: By,
): Decision<{ status: 'made'; enteredLater: boolean }, MakeRefusal> {
  if (!hasRole(by, promisers)) return refuse('notYourDeed')
  if (said.madeOn > today) return refuse('madeInTheFuture')
  if (said.dueOn < said.madeOn) return refuse('dueBeforeMade')
  return allow({ status: 'made', enteredLater: said.madeOn < today })
}

export const promiseMoves = [
  'begin',
  'claimKept',
  'claimPartly',
  'claimBroken',
  'withdraw',
  'confirm',
  'dispute',
  'agreeToWithdraw',
  'findBroken',
] as const
export type PromiseMove = (typeof promiseMoves)[number]

type Step = { side: Side; from: readonly PromiseStatus[]; to: PromiseStatus | ((from: PromiseFacts) => PromiseStatus) }

const unsettled = ['made', 'underWay', 'disputed'] as const
const confirmed: Partial<Record<PromiseStatus, PromiseStatus>> = {
  claimedKept: 'kept',
  claimedPartly: 'partly',
  claimedBroken: 'broken',
}

/**
 * Every step a promise can take, and which side may take it. What management says about its own promise is a claim;
 * only the works council makes it final, and it agrees to a withdrawal or does not. When management stays silent about a
 * promise that is long overdue, the council may put its own reading on record; that ends nothing.
 * @source product.md, rule 5
 */
const steps: Record<PromiseMove, Step> = {
  begin: { side: 'management', from: ['made'], to: 'underWay' },
  claimKept: { side: 'management', from: unsettled, to: 'claimedKept' },
  claimPartly: { side: 'management', from: unsettled, to: 'claimedPartly' },
  claimBroken: { side: 'management', from: unsettled, to: 'claimedBroken' },
  withdraw: { side: 'management', from: [...unsettled, ...claimed], to: 'withdrawn' },
  confirm: { side: 'worksCouncil', from: claimed, to: ({ status }) => confirmed[status]! },
  dispute: { side: 'worksCouncil', from: claimed, to: 'disputed' },
  agreeToWithdraw: {
    side: 'worksCouncil',
    from: ['withdrawn'],
    to: ({ successorId }) => (successorId ? 'superseded' : 'withdrawn'),
  },
  findBroken: { side: 'worksCouncil', from: ['made', 'underWay'], to: 'disputed' },
}

export type MoveRefusal =
  | 'notYourDeed'
  | 'notOverOwnPromise'
  | 'changedMeanwhile'
  | 'notAStepForward'
  | 'askedStaff'
  | 'notLongOverdue'
  | 'reasonMissing'
/** What somebody asks: the step, their words, and the version that stood on their screen. */
export type MoveAsked = { move: PromiseMove; seen: number; note: string }

/** Decides whether `by` may move a promise, and to which status. Nobody decides on something they have not seen. */
export function movePromise(
  promise: PromiseFacts,
  { move, seen, note }: MoveAsked,
  by: By,
  today: Day,
): Decision<{ status: PromiseStatus; side: Side }, MoveRefusal> {
  const { side, from, to } = steps[move]
  const refused = refusedTo(side, by)
  if (refused) return refuse(refused)
  if (promise.version !== seen) return refuse('changedMeanwhile')
  if (!from.includes(promise.status)) return refuse('notAStepForward')
  if (promise.staffJudgeIn !== undefined && ends.has(move)) return refuse('askedStaff')
  if (move === 'agreeToWithdraw' && promise.withdrawalAgreed) return refuse('notAStepForward')
  if (move === 'findBroken' && !isLongOverdue(promise, today)) return refuse('notLongOverdue')
  if (needsReason.has(move) && note.trim() === '') return refuse('reasonMissing')
  return allow({ status: typeof to === 'function' ? to(promise) : to, side })
}

/** Steps after which nothing counts any more: while staff judge, neither side can be before them. */
const ends = new Set<PromiseMove>(['confirm', 'withdraw', 'agreeToWithdraw'])

/** Steps that nobody takes without saying why: the people a promise was made to are told the reason, not only the word. */
const needsReason = new Set<PromiseMove>([
  ...(['claimKept', 'claimPartly', 'claimBroken', 'withdraw', 'dispute', 'findBroken'] as const),
])

/** Somebody who makes promises has no voice in the verdict on them, whatever else they are. */
function refusedTo(side: Side, by: By): 'notYourDeed' | 'notOverOwnPromise' | undefined {
  const own = sideOf(by)
  if (own === side) return undefined
  return own === 'management' ? 'notOverOwnPromise' : 'notYourDeed'
}

/** Returns on whose behalf somebody speaks; a member of the council who also makes promises speaks for management. */
export function sideOf(by: By): Side | undefined {
  if (hasRole(by, promisers)) return 'management'
  return hasRole(by, promiseJudges) ? 'worksCouncil' : undefined
}

/** Returns the steps that `by` may take today with a promise as it stands. */
export function movesOpenTo(promise: PromiseFacts, by: By, today: Day): PromiseMove[] {
  const asked = (move: PromiseMove) => ({ move, seen: promise.version, note: 'why' })
  return promiseMoves.filter(move => movePromise(promise, asked(move), by, today).ok)
}
