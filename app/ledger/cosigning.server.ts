import { and, eq, isNull } from 'drizzle-orm'
import { type Db, ledgerCheckpoints, ledgerCosignatures, ledgerWitnesses } from '#db'
import { bodyOf } from './note'
import { readKey, readNote, signedAt } from './verify.mjs'

/** Seconds that the clock of a witness may run ahead of ours. */
const clockSlack = 300

/**
 * Keeps the line with which a witness cosigned a checkpoint.
 *
 * @returns whether it was kept: a registered witness, a checkpoint of ours that holds its registration, a right signature, the first of this witness
 */
export async function keepCosignature(tx: Db, size: number, line: string, at: Date): Promise<boolean> {
  const [checkpoint] = await tx.select().from(ledgerCheckpoints).where(eq(ledgerCheckpoints.size, size))
  const note = checkpoint && readNote(`${bodyOf(checkpoint.note)}\n${line}`)
  const signature = note?.signatures[0]
  if (!note || !signature || note.signatures.length !== 1) return false
  const present = and(eq(ledgerWitnesses.name, signature.name), isNull(ledgerWitnesses.removedSeq))
  const [witness] = await tx.select().from(ledgerWitnesses).where(present)
  const key = witness && witness.addedSeq < size && readKey(witness.key)
  if (!key || key.id !== signature.id) return false
  const signedSecond = await signedAt(key, note.text, signature.bytes)
  if (!signedSecond || signedSecond > at.getTime() / 1000 + clockSlack) return false
  const place = and(eq(ledgerCosignatures.size, size), eq(ledgerCosignatures.witness, witness.name))
  const [earlier] = await tx.select().from(ledgerCosignatures).where(place)
  if (!earlier) await tx.insert(ledgerCosignatures).values({ size, witness: witness.name, line })
  return !earlier
}
