import { randomBytes, sign } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { type Db, ledgerCheckpoints, ledgerEdge, ledgerEntries, ledgerOpenings, ledgerWitnesses, transact } from '#db'
import { canonical } from '~/ballot-box/canonical'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { commitTo } from './commitments'
import { type LedgerEvent, ledgerEvent } from './entries'
import { logSigner, makeLogKey } from './log-key.server'
import { checkpointBody, rotationText, signedNote } from './note'
import { type Edge, edgeRoot, growEdge, leafHash } from './tree'

/** How the log ends: all that is needed to add to it. */
type End = { name: string; key: string; size: number; byteLength: number; lastDay: Day; hashes: Edge }
type EventOf<Type extends LedgerEvent['type']> = Extract<LedgerEvent, { type: Type }>['data']

const hashBytes = 32

/**
 * Enters an event in the ledger, inside the transaction of the change that it bears witness to:
 * both are kept, or neither. There is no way to change or remove it afterwards.
 *
 * @returns the number of the entry
 */
export async function append(tx: Db, event: LedgerEvent, at: Date): Promise<number> {
  return enter(tx, (await findEnd(tx)) ?? (await begin(tx, at)), event, at)
}

/** Begins the log if nothing was entered yet, so that there is something to verify from the first day. */
export const openLedger = (at: Date) =>
  transact(async tx => {
    if (!(await findEnd(tx))) await begin(tx, at)
  })

/** Erases words that stand outside the log and enters that this was done. @returns whether there was anything to erase */
export async function redact(tx: Db, redaction: EventOf<'redaction'>, at: Date): Promise<boolean> {
  const place = and(eq(ledgerOpenings.seq, redaction.seq), eq(ledgerOpenings.key, redaction.key))
  const erased = await tx.delete(ledgerOpenings).where(place).returning({ seq: ledgerOpenings.seq })
  if (erased.length > 0) await append(tx, { type: 'redaction', data: redaction }, at)
  return erased.length > 0
}

/** Hands the log over to a new key; the old one signs that it does. */
export async function rotateKey(tx: Db, at: Date): Promise<number> {
  const end = (await findEnd(tx)) ?? (await begin(tx, at))
  const key = makeLogKey(end.name)
  const words = Buffer.from(rotationText(end.name, end.size, key))
  const signature = sign(null, words, logSigner(end.name, end.key).key).toString('base64')
  return enter(tx, { ...end, key }, { type: 'key.rotated', data: { key, signature } }, at)
}

/** Registers a witness: from now on the log waits for its cosignature. */
export async function addWitness(tx: Db, witness: EventOf<'witness.added'>, at: Date) {
  const addedSeq = await append(tx, { type: 'witness.added', data: witness }, at)
  await tx.insert(ledgerWitnesses).values({ addedSeq, name: witness.name, key: witness.key })
}

/** Ends the task of a witness; what it signed stays. */
export async function removeWitness(tx: Db, name: string, at: Date) {
  const removedSeq = await append(tx, { type: 'witness.removed', data: { name } }, at)
  const present = and(eq(ledgerWitnesses.name, name), isNull(ledgerWitnesses.removedSeq))
  await tx.update(ledgerWitnesses).set({ removedSeq }).where(present)
}

async function findEnd(tx: Db): Promise<End | undefined> {
  const [row] = await tx.select().from(ledgerEdge)
  if (!row) return undefined
  const hashes = Array.from({ length: row.hashes.length / hashBytes }, (_, place) =>
    row.hashes.subarray(place * hashBytes, (place + 1) * hashBytes),
  )
  return { ...row, hashes }
}

/** The first entry names the log and its key; whoever kept it can check all that follows. */
async function begin(tx: Db, at: Date): Promise<End> {
  const name = config.ledgerName
  const key = makeLogKey(name)
  const nothing = { name, key, size: 0, byteLength: 0, lastDay: '', hashes: [] }
  await enter(tx, nothing, { type: 'log.opened', data: { name, key } }, at)
  return (await findEnd(tx))!
}

async function enter(tx: Db, end: End, event: LedgerEvent, at: Date): Promise<number> {
  const { line, openings, day } = written(end, ledgerEvent.parse(event), at)
  const leaf = leafHash(Buffer.from(line))
  const hashes = growEdge(end.hashes, end.size, leaf)
  const size = end.size + 1
  const body = checkpointBody({ name: end.name, size, root: edgeRoot(hashes) })
  await tx.insert(ledgerEntries).values({ seq: end.size, bytes: line, leaf, startsAt: end.byteLength })
  if (openings.length > 0) await tx.insert(ledgerOpenings).values(openings)
  await tx.insert(ledgerCheckpoints).values({ size, note: signedNote(body, logSigner(end.name, end.key)) })
  const byteLength = end.byteLength + Buffer.byteLength(line) + 1
  const grown = { ...end, size, byteLength, lastDay: day, hashes: Buffer.concat(hashes) }
  await tx
    .insert(ledgerEdge)
    .values({ ...grown, id: 'log' })
    .onConflictDoUpdate({ target: ledgerEdge.id, set: grown })
  return end.size
}

/** Writes an event as a line of the log. Days never run back, also when a clock does. */
function written({ size: seq, lastDay }: End, event: LedgerEvent, at: Date) {
  const today = dayIn(config.timeZone, at)
  const day = today < lastDay ? lastDay : today
  const said = Object.entries('words' in event ? event.words : {}).filter(([, text]) => text !== undefined)
  const openings = said.map(([key, text]) => ({ seq, key, text: text!, salt: randomBytes(32).toString('hex') }))
  const commit = Object.fromEntries(
    openings.map(({ key, text, salt }) => [key, commitTo(Buffer.from(salt, 'hex'), text)]),
  )
  // What is not said is left out: `undefined` has no spelling.
  const data = JSON.parse(JSON.stringify(event.data))
  const words = openings.length > 0 ? { commit } : {}
  return { line: canonical({ v: 1, seq, day, type: event.type, data, ...words }), openings, day }
}
