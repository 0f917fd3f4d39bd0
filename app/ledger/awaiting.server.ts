import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { type Db, db, ledgerCosignatures, ledgerWitnesses, rounds } from '#db'
import { mustBeWitnessed } from './round-proof'

/**
 * Decides whether an entry still waits for a witness: one was registered before it, still is, and nobody has
 * cosigned a checkpoint that covers it. Once settled it stays settled: cosignatures are never taken away.
 */
export async function awaitsWitness(tx: Db, seq: number | null): Promise<boolean> {
  if (seq === null) return false
  const present = await tx
    .select({ from: ledgerWitnesses.addedSeq })
    .from(ledgerWitnesses)
    .where(isNull(ledgerWitnesses.removedSeq))
  if (!mustBeWitnessed(seq, present)) return false
  const [covering] = await tx
    .select({ size: ledgerCosignatures.size })
    .from(ledgerCosignatures)
    .where(gt(ledgerCosignatures.size, seq))
    .limit(1)
  return covering === undefined
}

/** Finds a round that nobody can get a token for until a witness signs. */
export async function findWaitingRound(from: Db = db): Promise<{ number: number } | undefined> {
  const issuing = await from.select().from(rounds).where(eq(rounds.state, 'issuing')).orderBy(asc(rounds.number))
  for (const { number, openedSeq } of issuing) if (await awaitsWitness(from, openedSeq)) return { number }
  return undefined
}

/** Returns which witness was the first to cosign the entry of a round, and when; nothing as long as nobody did. */
export async function witnessOfRound(roundId: string): Promise<{ name: string; at: Date } | undefined> {
  const [first] = await db
    .select({ name: ledgerCosignatures.witness, line: ledgerCosignatures.line })
    .from(rounds)
    .innerJoin(ledgerCosignatures, and(eq(rounds.id, roundId), gt(ledgerCosignatures.size, rounds.openedSeq)))
    .orderBy(asc(ledgerCosignatures.size), asc(ledgerCosignatures.witness))
    .limit(1)
  return first && { name: first.name, at: cosignedAt(first.line) }
}

/** Returns the moment that a cosignature carries: four bytes of the key's id, eight of the second. */
function cosignedAt(line: string): Date {
  const bytes = Buffer.from(line.trimEnd().split(' ').at(-1)!, 'base64')
  return new Date(Number(bytes.readBigUInt64BE(4)) * 1000)
}
