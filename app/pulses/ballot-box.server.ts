import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Box, openBox } from '~/ballot-box/store.server'
import { config } from '~/config.server'

let box: Box | undefined

/**
 * Returns the ballot box's file for the two deeds in which the app touches it:
 * announcing a round, and counting and emptying a closed one. It never writes a ballot.
 */
export function ballotBox(): Box {
  if (box) return box
  mkdirSync(join(config.dataDir, 'ballot-box'), { recursive: true, mode: 0o700 })
  box = openBox(join(config.dataDir, 'ballot-box', 'box.db'))
  return box
}

/** Closes the file; the last thing a process does with it. */
export function closeBallotBox() {
  box?.close()
  box = undefined
}
