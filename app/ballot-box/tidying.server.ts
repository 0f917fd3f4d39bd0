import { type Box, busyMilliseconds } from './open-box.server'

/** Milliseconds that the order of arrival may at most be read from the pages of a small file. */
const patienceMilliseconds = 60_000

/** The share of time that tidying may take: a file that takes a second to write anew is tidied every 200 seconds. */
const waitPerWork = 200

export type Tidying = {
  /** Says that ballots came in, so that the file is tidied before long. */
  due(): void
  /** Tidies at once when it is due, and no more after that. */
  finish(): void
}

/** Keeps the order of arrival out of the file of a box that is in use. */
export function startTidying(box: Box, patience = patienceMilliseconds): Tidying {
  let timer: NodeJS.Timeout | undefined
  let wait = patience
  const due = () => {
    timer ??= setTimeout(run, wait).unref()
  }
  const run = () => {
    timer = undefined
    const spent = attempt(box)
    wait = Math.max(patience, (spent ?? 0) * waitPerWork)
    if (spent === undefined) due()
  }
  const finish = () => {
    if (timer) attempt(box)
    clearTimeout(timer)
  }
  return { due, finish }
}

/**
 * Writes the whole file anew in the order of the keys, unless another process holds the file: what is left between
 * and inside its pages then no longer tells which ballot came before which.
 *
 * @returns the milliseconds it took, or nothing when it did not happen
 */
function attempt(box: Box): number | undefined {
  const start = performance.now()
  try {
    box.pragma('busy_timeout = 0')
    box.exec('vacuum')
    return performance.now() - start
  } catch {
    return undefined
  } finally {
    box.pragma(`busy_timeout = ${busyMilliseconds}`)
  }
}
