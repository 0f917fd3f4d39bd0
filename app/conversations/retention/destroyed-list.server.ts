import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { config } from '~/config.server'

// Beside the database lies a list of everything that was destroyed, as hashes: whoever puts an old backup back has it
// destroyed again. The ids were chance, so that a hash tells nothing to whoever does not hold the record already.

/** The name of the list in the data folder and in a backup. */
export const listName = 'destroyed-records.txt'

const path = join(config.dataDir, listName)

/** Returns what the list holds of a record or a plan. */
export const destroyedMark = (thingId: string): string => createHash('sha256').update(thingId).digest('hex')

/** How a record ended: the employee took it back, or its time was over. */
export type EndedAs = 'withdrawn' | 'expired'

/**
 * Writes down that records or plans are destroyed, and how they ended. Call it as the last step of the transaction: what
 * failed is not on the list, and after a fall in between they go at the next start.
 */
export function rememberDestroyed(thingIds: readonly string[], as: EndedAs) {
  if (thingIds.length === 0) return
  const isNew = !existsSync(path)
  const file = openSync(path, 'a', 0o600)
  writeSync(file, thingIds.map(id => `${destroyedMark(id)} ${as}\n`).join(''))
  fsyncSync(file)
  closeSync(file)
  if (isNew) keepName()
}

/** A new file is only there after a power cut when its folder knows it. */
function keepName() {
  const folder = openSync(config.dataDir, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/** Returns the mark of everything that was destroyed, and how it ended. A line that a power cut tore is passed over. */
export function destroyedMarks(): ReadonlyMap<string, EndedAs> {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').matchAll(/([0-9a-f]{64}) (withdrawn|expired)$/gm) : []
  return new Map([...lines].map(([, mark, as]) => [mark!, as as EndedAs]))
}

/** Returns when something was last destroyed here, if ever. */
export const lastDestroyedAt = (): Date | undefined => (existsSync(path) ? statSync(path).mtime : undefined)
