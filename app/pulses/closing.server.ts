import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { compact, type Db, issuances, rounds, transact, unitMembers } from '#db'
import { purgeRound, roundOf, setRoundState } from '~/ballot-box/store.server'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { refuse } from '~/decision'
import { destroyKeys } from '~/keys.server'
import { append } from '~/ledger/store.server'
import { kindOf, log } from '~/log.server'
import { ballotBox } from './ballot-box.server'
import { roundClosed, roundVoid } from './bearing-witness'
import { waitsForCouncil } from './council/rules'
import { countBallots } from './counting.server'
import { forgetIssueKeys } from './issuing.server'
import { publishRound, publishTally } from './publishing.server'
import { receiptsOf } from './receipts.server'
import { type ClosingStep, closeRound, closingSteps, type VoidReason, voidRound } from './rules'
import { findRound, type RoundListed, type RoundRow } from './store.server'

type AfterStep = (step: ClosingStep) => void
type Closing = ReturnType<typeof closeStepByStep>
const underWay = new Map<string, Closing>()

/**
 * Closes a round: counts it in memory, publishes the figures, and destroys everything they came from.
 *
 * Each step may be repeated, also by two processes at once, and a restart goes on where the last
 * run stopped; asking twice in one process is asking once. No answer is written to a disk at any
 * moment. A round whose ballot box or box key is lost is void. Where only the works council can open the ballots, the
 * closing stops behind `boxShut` and goes on when the council has counted.
 *
 * @param afterStep called after each step; the tests let the job fall there
 */
export function closeAndCount(roundId: string, afterStep: AfterStep = () => {}, at = new Date()): Closing {
  const known = underWay.get(roundId)
  if (known) return known
  const closing = closeStepByStep(roundId, afterStep, at).finally(() => underWay.delete(roundId))
  underWay.set(roundId, closing)
  return closing
}

/** Ends the answering at once and counts in the background, which takes up to a minute; the timetable helps it up after a fall. */
export async function startClosing(roundId: string) {
  const shut = await shutRound(roundId, new Date())
  if (shut.ok) closeAndCount(roundId).catch(fault => log('job.failed', { job: 'closing', kind: kindOf(fault) }))
  return shut
}

const shutRound = (roundId: string, at: Date) =>
  transact(async tx => {
    const round = await findRound(roundId, tx)
    if (!round) return refuse('noSuchRound')
    const decision = closeRound(round)
    if (!decision.ok || round.state === 'closed') return decision
    await tx.update(rounds).set({ state: 'closed' }).where(eq(rounds.id, roundId))
    await append(tx, roundClosed(roundId), at)
    return decision
  })

async function closeStepByStep(roundId: string, afterStep: AfterStep, at: Date) {
  const shut = await shutRound(roundId, at)
  if (!shut.ok) return shut
  for (const step of closingSteps) {
    const round = (await findRound(roundId))!
    if (round.state === 'void') return refuse(round.voidReason === 'boxLost' ? 'boxLost' : 'boxKeyLost')
    if (isDone(round, step)) continue
    if (step === 'counted' && waitsForCouncil(round, dayIn(config.timeZone, at))) return shut
    log('round.closing', { round: roundId, step })
    await deeds[step](round)
    afterStep(step)
  }
  await compact()
  await publishRound(roundId, at)
  log('round.published', { round: roundId })
  return shut
}

/** Ends a round without a result and destroys everything in it; the reason is public. */
export async function endAsVoid(roundId: string, voidReason: VoidReason, at = new Date()) {
  if (!(await findRound(roundId))) return refuse('noSuchRound')
  const ended = await transact(async tx => {
    const round = (await findRound(roundId, tx))!
    const decision = voidRound(round, voidReason)
    if (!decision.ok) return decision
    await tx.update(rounds).set({ state: 'void', voidReason }).where(eq(rounds.id, roundId))
    // A draft that nobody could draw a token for never entered the ledger.
    if (round.manifest) await append(tx, roundVoid(roundId, voidReason), at)
    return decision
  })
  if (!ended.ok) return ended
  await destroyVoid(roundId)
  log('round.void', { round: roundId, reason: voidReason })
  return ended
}

/** Destroys what is left of a void round; harmless to repeat, and repeated after a fall. */
export async function destroyVoid(roundId: string) {
  if (roundOf(ballotBox(), roundId)) {
    setRoundState(ballotBox(), roundId, 'void')
    purgeRound(ballotBox(), roundId, [])
  }
  await transact(tx => forgetPeople(tx, roundId))
  forgetIssueKeys(roundId)
  destroyKeys(roundId)
  await compact()
}

const isDone = (round: RoundRow, step: ClosingStep) =>
  closingSteps.indexOf(step) <= closingSteps.indexOf(round.closingStep as ClosingStep)

const deeds: Record<ClosingStep, (round: RoundListed) => Promise<unknown>> = {
  async boxShut({ id }) {
    if (!roundOf(ballotBox(), id)) return endAsVoid(id, 'boxLost')
    setRoundState(ballotBox(), id, 'closed')
    await markDone(id, { closingStep: 'boxShut' })
  },
  async counted(round) {
    // A key that a failed attempt left here opens nothing in a round of the council's.
    const tally = round.isCouncilHeld ? undefined : await countBallots(round)
    if (tally) await publishTally(round.id, tally)
    else await endAsVoid(round.id, 'boxKeyLost')
  },
  async emptied({ id }) {
    purgeRound(ballotBox(), id, await receiptsOf(id))
    const list = roundOf(ballotBox(), id)?.receipts ?? ''
    const receiptsSha256 = createHash('sha256').update(list).digest('base64url')
    await markDone(id, { closingStep: 'emptied', receiptsSha256 })
  },
  async forgotten({ id }) {
    await transact(tx => forgetPeople(tx, id))
    await markDone(id, { closingStep: 'forgotten' })
  },
  async keysDestroyed({ id }) {
    forgetIssueKeys(id)
    destroyKeys(id)
    await markDone(id, { closingStep: 'keysDestroyed' })
  },
}

const markDone = (roundId: string, done: Partial<RoundRow>) =>
  transact(tx => tx.update(rounds).set(done).where(eq(rounds.id, roundId)))

async function forgetPeople(tx: Db, roundId: string) {
  await tx.delete(issuances).where(eq(issuances.roundId, roundId))
  await tx.delete(unitMembers).where(eq(unitMembers.roundId, roundId))
}
