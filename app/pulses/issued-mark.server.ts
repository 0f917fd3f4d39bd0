import { appendFileSync, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { config } from '~/config.server'

// Beside the keys of a round lies a file as long as the number of tokens that were signed with them. It says nothing
// else, and goes with the keys. A database that knows of fewer was turned back, and would let people draw again.

const fileOf = (roundId: string) => join(config.dataDir, 'keys', roundId, 'issued')

/** Notes that tokens were signed and handed out; called after their rows are on disk, so that the note never runs ahead. */
export function markIssued(roundIds: readonly string[]) {
  for (const id of new Set(roundIds)) {
    if (!existsSync(join(config.dataDir, 'keys', id))) continue
    appendFileSync(fileOf(id), '.'.repeat(roundIds.filter(one => one === id).length), { mode: 0o600 })
  }
}

/** Returns how many tokens were signed with the keys that lie here; none when they are gone. */
export const issuedAsMarked = (roundId: string): number =>
  existsSync(fileOf(roundId)) ? statSync(fileOf(roundId)).size : 0
