import { and, asc, desc, eq, gte, inArray, isNull, lte, ne, notInArray } from 'drizzle-orm'
import {
  type Db,
  db,
  ledgerCheckpoints,
  ledgerCosignatures,
  ledgerEdge,
  ledgerEntries,
  ledgerOpenings,
  ledgerWitnesses,
  rounds,
  selfChecks,
} from '#db'
import { canonical } from '~/ballot-box/canonical'

/** Returns how many bytes the log has. */
export async function logLength(from: Db = db): Promise<number> {
  const [edge] = await from.select({ bytes: ledgerEdge.byteLength }).from(ledgerEdge)
  return edge?.bytes ?? 0
}

/** Returns the bytes of the log from `first` up to and including `last`, as they were stored. */
export async function logBytes(first: number, last: number): Promise<Buffer> {
  const [start] = await db
    .select({ seq: ledgerEntries.seq, startsAt: ledgerEntries.startsAt })
    .from(ledgerEntries)
    .where(lte(ledgerEntries.startsAt, first))
    .orderBy(desc(ledgerEntries.startsAt))
    .limit(1)
  if (!start) return Buffer.alloc(0)
  const lines = await db
    .select({ bytes: ledgerEntries.bytes })
    .from(ledgerEntries)
    .where(and(gte(ledgerEntries.seq, start.seq), lte(ledgerEntries.startsAt, last)))
    .orderBy(asc(ledgerEntries.seq))
  const bytes = Buffer.from(lines.map(line => `${line.bytes}\n`).join(''))
  return bytes.subarray(first - start.startsAt, last + 1 - start.startsAt)
}

/** Returns the hash of every entry as it was when it was entered, one a line: with it a changed entry can be named. */
export async function leavesText(): Promise<string> {
  const rows = await db.select({ leaf: ledgerEntries.leaf }).from(ledgerEntries).orderBy(asc(ledgerEntries.seq))
  return rows.map(({ leaf }) => `${Buffer.from(leaf).toString('base64')}\n`).join('')
}

/** Returns the latest checkpoint with the lines of the witnesses that signed it; nothing before the first entry. */
export async function latestCheckpoint(): Promise<string | undefined> {
  const [latest] = await db.select().from(ledgerCheckpoints).orderBy(desc(ledgerCheckpoints.size)).limit(1)
  return latest && (await withCosignatures([latest]))[0]
}

/**
 * Returns the words that stand outside the log, each with the salt that ties it to its entry. What management says of
 * itself is left out until the result of its round is there: staff would read it while they answer.
 */
export async function openingsText(): Promise<string> {
  const rows = await db.select().from(ledgerOpenings).where(notInArray(ledgerOpenings.seq, sealedYet()))
  return canonical(Object.fromEntries(rows.map(({ seq, key, salt, text }) => [`${seq}.${key}`, { salt, text }])))
}

const sealedYet = () =>
  db
    .select({ seq: selfChecks.seq })
    .from(selfChecks)
    .innerJoin(rounds, eq(rounds.id, selfChecks.roundId))
    .where(ne(rounds.state, 'published'))

/** Returns the witnesses and every checkpoint that one of them signed. */
export async function witnessesText(): Promise<string> {
  const rows = await db.select().from(ledgerWitnesses).orderBy(asc(ledgerWitnesses.addedSeq))
  const witnesses = rows.map(({ name, key, addedSeq, removedSeq }) => ({
    name,
    key,
    from: addedSeq,
    ...(removedSeq === null ? {} : { until: removedSeq }),
  }))
  const signed = db.select({ size: ledgerCosignatures.size }).from(ledgerCosignatures)
  const notes = await db
    .select()
    .from(ledgerCheckpoints)
    .where(inArray(ledgerCheckpoints.size, signed))
    .orderBy(asc(ledgerCheckpoints.size))
  return canonical({ v: 1, witnesses, checkpoints: await withCosignatures(notes) })
}

/** Returns how the ledger stands, for the page about it; nothing before the first entry. */
export async function ledgerFacts() {
  const [edge] = await db.select().from(ledgerEdge)
  const checkpoint = await latestCheckpoint()
  if (!edge || !checkpoint) return null
  const present = await db
    .select({ name: ledgerWitnesses.name })
    .from(ledgerWitnesses)
    .where(isNull(ledgerWitnesses.removedSeq))
  const [name, size, root] = checkpoint.split('\n') as [string, string, string]
  return { name, size: Number(size), root, key: edge.key, witnesses: present.map(witness => witness.name) }
}

/** Returns the whole ledger as the files that are served. */
export async function exportLog() {
  const log = (await logBytes(0, (await logLength()) - 1)).toString()
  const checkpoint = (await latestCheckpoint()) ?? ''
  return {
    log,
    checkpoint,
    openings: await openingsText(),
    witnesses: await witnessesText(),
    leaves: await leavesText(),
  }
}

async function withCosignatures(notes: { size: number; note: string }[]): Promise<string[]> {
  const rows = await db.select().from(ledgerCosignatures).orderBy(asc(ledgerCosignatures.witness))
  const linesAt = (size: number) => rows.filter(row => row.size === size).map(row => row.line)
  return notes.map(({ size, note }) => note + linesAt(size).join(''))
}
