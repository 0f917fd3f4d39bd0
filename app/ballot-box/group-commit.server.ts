import { type Ballot, type Box, type CastOutcome, castMany, type RoundState } from './store.server'

/** Milliseconds in which ballots wait for one another before they are written together. */
const gatheringMilliseconds = 3

/** Ballots. From this many on, a write no longer waits once as many have come in as the last time. */
const smallestCrowd = 8

type Waiting = { ballot: Ballot; resolve: (outcome: CastOutcome) => void; reject: (fault: unknown) => void }

export type GroupCommit = {
  /** Adds a ballot to the next write; resolves once that write is on disk, rejects when it did not happen. */
  add(ballot: Ballot): Promise<CastOutcome>
  /** Returns the state of a round, read at most once between two writes. The write itself checks it again. */
  remembered(round: string, read: () => RoundState | undefined): RoundState | undefined
}

/** Gathers the ballots of a few milliseconds into one shuffled, fully synced write. */
export function groupCommit(box: Box, onWrite: () => void): GroupCommit {
  const states = new Map<string, RoundState | undefined>()
  let waiting: Waiting[] = []
  let timer: NodeJS.Timeout | undefined
  let crowd = smallestCrowd
  const writeNow = () => {
    const batch = waiting
    waiting = []
    clearTimeout(timer)
    timer = undefined
    states.clear()
    if (batch.length === 0) return
    crowd = Math.max(smallestCrowd, batch.length)
    write(box, batch)
    onWrite()
  }
  const add = (ballot: Ballot) =>
    new Promise<CastOutcome>((resolve, reject) => {
      if (waiting.push({ ballot, resolve, reject }) === crowd) setImmediate(writeNow)
    })
  const remembered = (round: string, read: () => RoundState | undefined) => {
    if (!states.has(round)) states.set(round, read())
    timer ??= setTimeout(writeNow, gatheringMilliseconds)
    return states.get(round)
  }
  return { add, remembered }
}

/** Writes a batch; when it fails as a whole, each ballot gets its own chance, so one bad ballot harms no other. */
function write(box: Box, batch: Waiting[]) {
  if (batch.length === 0) return
  let outcomes: CastOutcome[]
  try {
    outcomes = castMany(
      box,
      batch.map(({ ballot }) => ballot),
    )
  } catch (fault) {
    if (batch.length === 1 || isBusy(fault)) for (const { reject } of batch) reject(fault)
    else for (const one of batch) write(box, [one])
    return
  }
  for (const [at, { resolve }] of batch.entries()) resolve(outcomes[at]!)
}

/** Returns whether another process held the file for too long; trying each ballot apart would hold everyone up longer. */
function isBusy(fault: unknown): boolean {
  return String((fault as { code?: unknown }).code).startsWith('SQLITE_BUSY')
}
