import { and, asc, desc, eq, gt, like, lt } from 'drizzle-orm'
import { db, ledgerCheckpoints, ledgerCosignatures, ledgerEdge, ledgerEntries, ledgerWitnesses, rounds } from '#db'
import { canonical } from '~/ballot-box/canonical'
import type { ListedKey, ListedWitness, RoundProof } from './round-proof'
import { inclusionProof } from './tree'

/**
 * Returns the proof that a round stands in the ledger, in its one spelling and the same for everyone: under the
 * earliest cosigned checkpoint that covers it, or under the latest one as long as nobody cosigned.
 */
export async function roundProof(roundId: string): Promise<string | undefined> {
  const [round] = await db.select({ seq: rounds.openedSeq }).from(rounds).where(eq(rounds.id, roundId))
  const seq = round?.seq ?? undefined
  return seq === undefined ? undefined : entryProof(seq, roundId)
}

/** Returns the same proof for the entry that fixed the figures and the receipts of a round. */
export async function resultsProof(roundId: string): Promise<string | undefined> {
  const isOfRound = and(
    like(ledgerEntries.bytes, '%"type":"results.published"%'),
    like(ledgerEntries.bytes, `%"round":${JSON.stringify(roundId)}%`),
  )
  const found = await db
    .select({ seq: ledgerEntries.seq, bytes: ledgerEntries.bytes })
    .from(ledgerEntries)
    .where(isOfRound)
  // In a pattern an underscore stands for any letter.
  const entry = found.find(({ bytes }) => JSON.parse(bytes).data.round === roundId)
  return entry && entryProof(entry.seq, `${roundId}/results`)
}

/** @param name under which the path is remembered */
async function entryProof(seq: number, name: string): Promise<string | undefined> {
  const [entry] = await db.select().from(ledgerEntries).where(eq(ledgerEntries.seq, seq))
  if (!entry) return undefined
  const { size, checkpoint } = await checkpointOver(seq)
  const path = await pathOf(name, seq, size)
  // Read after the checkpoint, so that no witness whom it covers is missing.
  const lists = { keys: await logKeys(), witnesses: await listedWitnesses() }
  const proof: RoundProof = { v: 1, seq, entry: entry.bytes, path, checkpoint, ...lists }
  return canonical(proof)
}

async function checkpointOver(seq: number) {
  const [first] = await db
    .select({ size: ledgerCosignatures.size })
    .from(ledgerCosignatures)
    .where(gt(ledgerCosignatures.size, seq))
    .orderBy(asc(ledgerCosignatures.size))
    .limit(1)
  const wanted = db.select().from(ledgerCheckpoints)
  const [point] = first
    ? await wanted.where(eq(ledgerCheckpoints.size, first.size))
    : await wanted.orderBy(desc(ledgerCheckpoints.size)).limit(1)
  const { size, note } = point!
  const lines = await db
    .select({ line: ledgerCosignatures.line })
    .from(ledgerCosignatures)
    .where(eq(ledgerCosignatures.size, size))
    .orderBy(asc(ledgerCosignatures.witness))
  return { size, checkpoint: note + lines.map(({ line }) => line).join('') }
}

const paths = new Map<string, { place: string; path: Promise<string[]> }>()

/** Returns the hashes from an entry to the root; worked out once for each round and size, however many phones ask. */
function pathOf(name: string, seq: number, size: number): Promise<string[]> {
  const place = `${seq}/${size}`
  const known = paths.get(name)
  if (known?.place === place) return known.path
  const path = workOutPath(seq, size)
  paths.set(name, { place, path })
  path.catch(() => paths.delete(name))
  return path
}

async function workOutPath(seq: number, size: number): Promise<string[]> {
  const leaves = await db
    .select({ leaf: ledgerEntries.leaf })
    .from(ledgerEntries)
    .where(lt(ledgerEntries.seq, size))
    .orderBy(asc(ledgerEntries.seq))
  const hashes = inclusionProof(
    leaves.map(({ leaf }) => leaf),
    seq,
  )
  return hashes.map(hash => hash.toString('base64'))
}

let knownKeys: ListedKey[] = []

/** Returns the keys of the log from the first to the present one; the log is only searched after a change of keys. */
async function logKeys(): Promise<ListedKey[]> {
  const [edge] = await db.select({ key: ledgerEdge.key }).from(ledgerEdge)
  if (knownKeys.at(-1)?.key === edge?.key) return knownKeys
  const rotated = await linesLike(like(ledgerEntries.bytes, '%"type":"key.rotated"%'))
  const [opened] = await linesLike(eq(ledgerEntries.seq, 0))
  knownKeys = [opened!, ...rotated].map(({ seq, data: { key, signature } }) => ({
    key,
    from: seq,
    ...(signature === undefined ? {} : { signature }),
  }))
  return knownKeys
}

type KeyLine = { seq: number; data: { key: string; signature?: string } }

async function linesLike(which: Parameters<ReturnType<typeof entriesOf>['where']>[0]): Promise<KeyLine[]> {
  return (await entriesOf().where(which).orderBy(asc(ledgerEntries.seq))).map(({ bytes }) => JSON.parse(bytes))
}

const entriesOf = () => db.select({ bytes: ledgerEntries.bytes }).from(ledgerEntries)

async function listedWitnesses(): Promise<ListedWitness[]> {
  const rows = await db.select().from(ledgerWitnesses).orderBy(asc(ledgerWitnesses.addedSeq))
  return rows.map(({ name, key, addedSeq, removedSeq }) => ({
    name,
    key,
    from: addedSeq,
    ...(removedSeq === null ? {} : { until: removedSeq }),
  }))
}
