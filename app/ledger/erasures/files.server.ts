import { and, eq, notExists, sql } from 'drizzle-orm'
import { bookings, type Db, gateKeys, keptFiles, phaseOutputs, promiseEvents } from '#db'
import type { FileGoing } from './place'

type Shown = { fileHash: string | null; fileName: string | null }

/** Asks every place in which a file may stand: as evidence, as a receipt, as what a phase brought, beside a key. */
const showing = (from: Db, hash: string) => {
  const one = { one: sql`1` }
  return [
    from.select(one).from(promiseEvents).where(eq(promiseEvents.fileHash, hash)),
    from.select(one).from(bookings).where(eq(bookings.fileHash, hash)),
    from.select(one).from(phaseOutputs).where(eq(phaseOutputs.fileHash, hash)),
    from.select(one).from(gateKeys).where(eq(gateKeys.fileHash, hash)),
  ]
}

/** Returns the file that goes with words, and whether the same one is shown at other places too. */
export async function fileGoing(from: Db, { fileHash, fileName }: Shown): Promise<FileGoing | undefined> {
  if (!fileHash || !fileName) return undefined
  const [kept] = await from.select({ kind: keptFiles.kind }).from(keptFiles).where(eq(keptFiles.hash, fileHash))
  const shown = []
  for (const asked of showing(from, fileHash)) shown.push(...(await asked))
  return kept && { name: fileName, kind: kept.kind, staysElsewhere: shown.length > 1 }
}

/** Removes a file that no place shows any more; the ledger keeps its hash. */
export async function dropUnshown(tx: Db, hash: string) {
  const unused = showing(tx, hash).map(shown => notExists(shown))
  await tx.delete(keptFiles).where(and(eq(keptFiles.hash, hash), ...unused))
}
