import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { type Db, ledgerCheckpoints, ledgerCosignatures, ledgerEntries, ledgerWitnesses } from '#db'
import type { Day } from '~/calendar'
import type { DrawList } from './seed'

/** Where the other half of the chance stands: in a signature of the witness, or in a checkpoint of the ledger. */
export type OtherHalf = { size: number; other: string }

/** Returns the witness that is longest there: its next signature is what nobody here can know beforehand. */
export async function firstWitness(from: Db): Promise<string | undefined> {
  const present = isNull(ledgerWitnesses.removedSeq)
  const [row] = await from.select().from(ledgerWitnesses).where(present).orderBy(asc(ledgerWitnesses.addedSeq)).limit(1)
  return row?.name
}

/**
 * Finds the other half of the chance: the first signature of the announced witness under a checkpoint that holds the
 * list. Without a witness it is the root after the next entry, whoever makes that.
 */
export function otherHalf(
  from: Db,
  announced: number,
  list: Pick<DrawList, 'witness'>,
): Promise<OtherHalf | undefined> {
  return list.witness ? signatureAfter(from, announced, list.witness) : rootAfterNext(from, announced)
}

async function signatureAfter(from: Db, announced: number, witness: string) {
  const [row] = await from
    .select()
    .from(ledgerCosignatures)
    .where(and(eq(ledgerCosignatures.witness, witness), gt(ledgerCosignatures.size, announced)))
    .orderBy(asc(ledgerCosignatures.size))
    .limit(1)
  return row && { size: row.size, other: row.line.trim().split(' ').at(-1)! }
}

async function rootAfterNext(from: Db, announced: number) {
  // The announcement makes the log one longer than its number; the next entry makes it two.
  const size = announced + 2
  const [row] = await from.select().from(ledgerCheckpoints).where(eq(ledgerCheckpoints.size, size))
  return row && { size, other: row.note.split('\n')[2]! }
}

/** Returns the day that an entry of the ledger bears. */
export async function dayOfEntry(from: Db, seq: number): Promise<Day> {
  const [row] = await from.select({ bytes: ledgerEntries.bytes }).from(ledgerEntries).where(eq(ledgerEntries.seq, seq))
  return (JSON.parse(row!.bytes) as { day: Day }).day
}
