import { randomBytes } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { barrierChecks, councilKeys, type Db, embargoes, rounds, selfChecks, transact } from '#db'
import type { Day } from '~/calendar'
import { refuse } from '~/decision'
import { changeHolder } from '../council/rules'
import { roundIdBytes, roundIdOf } from '../round-id'
import type { RoundDays } from '../rules'
import { findRound } from '../store.server'
import { changeKind, planRound, type RoundKind } from './rules'

/** What is asked, and who may open and read it first, beside the days of a round. */
type Plan = RoundDays & { withPilotItem: boolean; asks?: RoundKind; embargoUntil?: Day; councilHolds?: boolean }

/** Plans the next round. The number decides which questions a pulse asks; nobody picks them. */
export function draftRound({ councilHolds, asks, embargoUntil, ...plan }: Plan, today: Day) {
  const decision = planRound({ ...plan, embargoUntil }, today)
  if (!decision.ok) return Promise.resolve(decision)
  return transact(async tx => {
    const [last] = await tx.select({ number: rounds.number }).from(rounds).orderBy(desc(rounds.number)).limit(1)
    const number = (last?.number ?? 0) + 1
    const id = roundIdOf(number, randomBytes(roundIdBytes))
    await tx.insert(rounds).values({ id, number, state: 'draft', ...plan })
    await setHolder(tx, id, councilHolds)
    await setKind(tx, id, { asks, embargoUntil })
    return { ok: true, value: { id } } as const
  })
}

/** Changes the days of a round that nobody has drawn a token for yet. */
export function changeDraft(id: string, { councilHolds, asks, embargoUntil, ...plan }: Plan, today: Day) {
  const decision = planRound({ ...plan, embargoUntil }, today)
  if (!decision.ok) return Promise.resolve(decision)
  return transact(async tx => {
    const round = await findRound(id, tx)
    if (round?.state !== 'draft') return refuse('wrongState')
    const holder = changeHolder(round, councilHolds)
    if (!holder.ok) return holder
    const kind = changeKind({ asks: round.asks, isHandedIn: await isHandedIn(tx, id) }, asks)
    if (!kind.ok) return kind
    await tx.update(rounds).set(plan).where(eq(rounds.id, id))
    await setHolder(tx, id, councilHolds)
    await setKind(tx, id, { asks, embargoUntil })
    return { ok: true, value: { id } } as const
  })
}

/** Tells whether management handed in what it says of itself in a round. */
async function isHandedIn(tx: Db, roundId: string): Promise<boolean> {
  const rows = await tx.select({ seq: selfChecks.seq }).from(selfChecks).where(eq(selfChecks.roundId, roundId))
  return rows.length > 0
}

/** Writes down what a draft asks, and until which day only the works council reads its result. */
async function setKind(tx: Db, roundId: string, { asks = 'pulse', embargoUntil }: Pick<Plan, 'asks' | 'embargoUntil'>) {
  await tx.delete(barrierChecks).where(eq(barrierChecks.roundId, roundId))
  await tx.delete(embargoes).where(eq(embargoes.roundId, roundId))
  if (asks !== 'pulse') await tx.insert(barrierChecks).values({ roundId, withMirror: asks === 'checkWithMirror' })
  if (embargoUntil) await tx.insert(embargoes).values({ roundId, until: embargoUntil })
}

/** Writes down whether only the works council can open the ballots of a draft; a key it made already stays. */
async function setHolder(tx: Db, roundId: string, isCouncil = false) {
  if (isCouncil) await tx.insert(councilKeys).values({ roundId }).onConflictDoNothing()
  else await tx.delete(councilKeys).where(eq(councilKeys.roundId, roundId))
}
