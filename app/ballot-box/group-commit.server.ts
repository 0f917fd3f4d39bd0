import { type Ballot, type Box, type CastOutcome, castMany } from './store.server'

/** Milliseconds in which a ballot waits for others before it is written, so that a few ballots still mix. */
const gatheringMilliseconds = 3

/** Ballots. As many as this mix well enough to be written without waiting for more. */
const smallestCrowd = 8

/** What became of a ballot; `failed` when it did not reach the disk. */
export type Written = CastOutcome | 'failed'

/** Puts ballots on disk, fully synced, and says in their order what became of each. */
export type Write = (ballots: Ballot[]) => Written[] | Promise<Written[]>

type Waiting = { ballot: Ballot; resolve: (written: Written) => void }

/**
 * Makes one write of the ballots that come in together. While one group is on its way to disk the next one
 * gathers, so a crowd never waits for the clock.
 *
 * @returns what adds a ballot to the next write; it resolves once that write is on disk
 */
export function groupCommit(write: Write): (ballot: Ballot) => Promise<Written> {
  let waiting: Waiting[] = []
  let timer: NodeJS.Timeout | undefined
  let isWriting = false
  let isDue = false
  const onTime = () => {
    isDue = true
    writeNext()
  }
  const writeNext = async () => {
    if (isWriting || !(isDue || waiting.length >= smallestCrowd)) return
    const group = waiting
    waiting = []
    clearTimeout(timer)
    isDue = false
    isWriting = true
    const written = await write(group.map(({ ballot }) => ballot))
    isWriting = false
    for (const [at, { resolve }] of group.entries()) resolve(written[at]!)
    writeNext()
  }
  return ballot =>
    new Promise(resolve => {
      const count = waiting.push({ ballot, resolve })
      if (count === 1) timer = setTimeout(onTime, gatheringMilliseconds)
      if (count === smallestCrowd) setImmediate(writeNext)
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
