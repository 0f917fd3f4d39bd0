import { compact } from '#db'
import { kindOf, log } from '~/log.server'

// What is deleted has left the tables at once. It leaves the disk when the file is rewritten.

let isDue = false

/** Lets the disk be cleaned within a minute, for what nobody waits for. */
export function cleanSoon() {
  isDue = true
}

/** Cleans the disk. It never fails, because what was asked has been done already: what goes wrong is tried again within a minute. */
export async function cleanDisk() {
  isDue = false
  try {
    await compact()
  } catch (fault) {
    isDue = true
    log('job.failed', { job: 'cleanDisk', kind: kindOf(fault) })
  }
}

/** Cleans the disk when that waits to be done. */
export async function cleanIfDue() {
  if (isDue) await cleanDisk()
}
