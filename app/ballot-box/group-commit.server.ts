import { type Ballot, type Box, type CastOutcome, castMany } from './store.server'

/** Milliseconds in which a ballot waits for others before it is written, so that a few ballots still mix. */
const gatheringMilliseconds = 3

/** Ballots. As many as this mix well enough to be written without waiting for more. */
const smallestCrowd = 8

/** What became of a ballot; `failed` when it did not reach the disk. */
export type Written = CastOutcome | 'failed'

/** Adds a ballot to the next write; resolves once that write is on disk. */
export type Add = (ballot: Ballot) => Promise<Written>

type Waiting = { ballot: Ballot; resolve: (written: Written) => void }

/**
 * Makes one write of the ballots that come in together. What comes in while a write is on its way to disk is
 * written right after it, so a crowd never waits for the clock.
 *
 * @param write puts ballots on disk, fully synced, and says in their order what became of each
 */
export function groupCommit(write: (ballots: Ballot[]) => Written[]): Add {
  let waiting: Waiting[] = []
  let timer: NodeJS.Timeout | undefined
  const writeNow = () => {
    const group = waiting
    waiting = []
    clearTimeout(timer)
    if (group.length === 0) return
    const written = write(group.map(({ ballot }) => ballot))
    for (const [at, { resolve }] of group.entries()) resolve(written[at]!)
  }
  return ballot =>
    new Promise(resolve => {
      const count = waiting.push({ ballot, resolve })
      if (count === 1) timer = setTimeout(writeNow, gatheringMilliseconds)
      if (count === smallestCrowd) setImmediate(writeNow)
    })
}

/** Writes a group; when it fails as a whole, each ballot gets its own chance, so one bad ballot harms no other. */
export function writeGroup(box: Box, ballots: readonly Ballot[]): Written[] {
  try {
    return castMany(box, ballots)
  } catch (fault) {
    if (ballots.length === 1 || isBusy(fault)) return ballots.map(() => 'failed')
    return ballots.flatMap(one => writeGroup(box, [one]))
  }
}

/** Returns whether another process held the file for too long; trying each ballot apart would hold everyone up longer. */
function isBusy(fault: unknown): boolean {
  return String((fault as { code?: unknown }).code).startsWith('SQLITE_BUSY')
}
