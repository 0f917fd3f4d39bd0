import { and, eq, inArray, lt } from 'drizzle-orm'
import { compact, db, leadPredictions, rosterMembers, rounds, transact } from '#db'
import { refuse } from '~/decision'
import type { Person } from '~/people/rules'
import { forgottenSince } from '~/pulses/disclosure/history.server'
import { todayHere } from '~/pulses/rounds/store.server'
import { findRound } from '~/pulses/store.server'
import { type Prediction, predict } from './rules'

type Self = Pick<Person, 'id'>

/** Finds what this person expected of a round. Nobody else's is ever read: there is no way to ask for it. */
export async function ownPrediction(roundId: string, self: Self): Promise<Prediction | undefined> {
  const own = and(eq(leadPredictions.roundId, roundId), eq(leadPredictions.personId, self.id))
  const rows = await db.select().from(leadPredictions).where(own)
  return rows.length === 0 ? undefined : Object.fromEntries(rows.map(({ barrier, ofTen }) => [barrier, ofTen]))
}

/** Returns the rounds of which this person said what they expect. */
export async function roundsPredictedBy(self: Self): Promise<ReadonlySet<string>> {
  const own = eq(leadPredictions.personId, self.id)
  const rows = await db.select({ roundId: leadPredictions.roundId }).from(leadPredictions).where(own)
  return new Set(rows.map(({ roundId }) => roundId))
}

/** Keeps what somebody expects of a round, in the place of what they said before; until staff can answer. */
export function recordPrediction(roundId: string, expected: Prediction, self: Self) {
  return transact(async tx => {
    const round = await findRound(roundId, tx)
    if (!round) return refuse('noSuchRound')
    const decision = predict(round)
    if (!decision.ok) return decision
    await tx
      .delete(leadPredictions)
      .where(and(eq(leadPredictions.roundId, roundId), eq(leadPredictions.personId, self.id)))
    const rows = Object.entries(expected).map(([barrier, ofTen]) => ({ roundId, personId: self.id, barrier, ofTen }))
    await tx.insert(leadPredictions).values(rows)
    return decision
  })
}

/** Returns the unit in which this person was counted, for as long as the list of the round is kept. */
export async function ownUnit(roundId: string, self: Self): Promise<string | undefined> {
  const own = and(eq(rosterMembers.roundId, roundId), eq(rosterMembers.personId, self.id))
  const [row] = await db.select({ unitId: rosterMembers.unitId }).from(rosterMembers).where(own)
  return row?.unitId
}

/**
 * Deletes what was expected of rounds that ended a year ago, whether or not another round followed: from the tables, and
 * from the disk.
 */
export async function forgetPredictions(at: Date) {
  const old = db
    .select({ id: rounds.id })
    .from(rounds)
    .where(lt(rounds.closesOn, forgottenSince(todayHere(at))))
  const theirs = inArray(leadPredictions.roundId, old)
  const [left] = await db.select({ roundId: leadPredictions.roundId }).from(leadPredictions).where(theirs).limit(1)
  if (!left) return
  await transact(tx => tx.delete(leadPredictions).where(theirs))
  await compact()
}
