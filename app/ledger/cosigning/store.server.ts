import { and, desc, eq, isNull } from 'drizzle-orm'
import { type Db, ledgerCheckpoints, ledgerCosignatures, ledgerWitnesses } from '#db'
import { allow, refuse } from '~/decision'
import { bodyOf } from '../note'
import { readKey, readNote, signedAt } from '../verify.mjs'

/** Seconds that the clock of a witness may run ahead of ours. */
const clockSlack = 300
/**
 * Seconds that a cosignature may be old. With a moment in the past a witness would say that it saw entries before
 * they were there, and no ledger could ever be sound again.
 *
 * @source verify.mjs, `slack`: a day begins at another moment elsewhere in the world
 */
const longestOnTheWay = 86_400

/**
 * Decides whether the line with which a witness cosigned a checkpoint may be kept: a registered witness, a checkpoint of
 * ours that holds its registration and is not behind what was cosigned already, a right signature of just now, the first
 * of this witness.
 */
export async function judgeCosignature(from: Db, size: number, line: string, at: Date) {
  const [checkpoint] = await from.select().from(ledgerCheckpoints).where(eq(ledgerCheckpoints.size, size))
  if (!checkpoint) return refuse('unknown_checkpoint')
  const note = readNote(`${bodyOf(checkpoint.note)}\n${line}`)
  const signature = note?.signatures[0]
  if (!note || !signature || note.signatures.length !== 1) return refuse('malformed')
  const present = and(eq(ledgerWitnesses.name, signature.name), isNull(ledgerWitnesses.removedSeq))
  const [witness] = await from.select().from(ledgerWitnesses).where(present)
  const key = witness && witness.addedSeq < size && readKey(witness.key)
  if (!key || key.id !== signature.id) return refuse('unknown_witness')
  const signedSecond = await signedAt(key, note.text, signature.bytes)
  if (!signedSecond) return refuse('wrong_signature')
  const age = at.getTime() / 1000 - signedSecond
  if (age < -clockSlack || age > longestOnTheWay) return refuse('wrong_time')
  const behind = await whatIsInTheWay(from, size, witness.name)
  return behind ?? allow({ size, witness: witness.name })
}

/** Keeps the line with which a witness cosigned a checkpoint, or says why not. */
export async function takeCosignature(tx: Db, size: number, line: string, at: Date) {
  const judged = await judgeCosignature(tx, size, line, at)
  if (judged.ok) await tx.insert(ledgerCosignatures).values({ ...judged.value, line })
  return judged
}

/** An older checkpoint seen now would look like entries that were entered late. */
async function whatIsInTheWay(from: Db, size: number, witness: string) {
  const [latest] = await from.select().from(ledgerCosignatures).orderBy(desc(ledgerCosignatures.size)).limit(1)
  if (!latest || latest.size < size) return undefined
  if (latest.size > size) return refuse('older_checkpoint')
  const place = and(eq(ledgerCosignatures.size, size), eq(ledgerCosignatures.witness, witness))
  const [same] = await from.select().from(ledgerCosignatures).where(place)
  return same && refuse('already_signed')
}

/** Keeps a cosignature. @returns whether it was kept */
export const keepCosignature = async (tx: Db, size: number, line: string, at: Date): Promise<boolean> =>
  (await takeCosignature(tx, size, line, at)).ok
