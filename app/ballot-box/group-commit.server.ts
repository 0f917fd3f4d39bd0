import { type Ballot, type Box, type CastOutcome, castMany, type RoundState } from './store.server'

/** Milliseconds in which ballots wait for one another before they are written together. */
const gatheringMilliseconds = 2

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
  let isDue = false
  const writeSoon = () => {
    if (isDue) return
    isDue = true
    setTimeout(() => {
      const batch = waiting
      waiting = []
      isDue = false
      states.clear()
      write(box, batch)
      if (batch.length > 0) onWrite()
    }, gatheringMilliseconds)
  }
  return {
    add: ballot =>
      new Promise((resolve, reject) => {
        waiting.push({ ballot, resolve, reject })
        writeSoon()
      }),
    remembered(round, read) {
      if (!states.has(round)) states.set(round, read())
      writeSoon()
      return states.get(round)
    },
  }
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
