import { randomInt } from 'node:crypto'
import type { Bytes } from '~/ballot-box/bytes'
import { readManifest } from '~/ballot-box/manifest'
import { type Ballot, ballotsOf } from '~/ballot-box/store.server'
import { importBoxPrivateKey, open } from '~/ballot-box/unseal'
import { findKey } from '~/keys.server'
import { ballotBox } from './ballot-box.server'
import { historyBefore } from './disclosure/history.server'
import { questionsIn } from './figures'
import { boxKeyName } from './opening.server'
import type { RoundRow } from './store.server'
import { addBallot, publish, startCount, type Tally } from './tally'

/** Ballots opened side by side: enough to keep the processor busy, few enough to stay small in memory. */
const atATime = 64

/**
 * Opens and counts the ballots of a round, in memory only.
 *
 * @returns nothing when the key of the ballot box is gone: then the round cannot be counted
 */
export async function countBallots(round: RoundRow): Promise<Tally | undefined> {
  const pkcs8 = findKey(round.id, boxKeyName)
  if (!pkcs8) return undefined
  const key = await importBoxPrivateKey(pkcs8)
  const manifest = readManifest(Buffer.from(round.manifest!))
  const count = startCount(questionsIn(manifest), JSON.parse(round.unitTree!))
  for (const some of inGroups(ballotsOf(ballotBox(), round.id))) {
    for (const opened of await Promise.all(some.map(ballot => openBallot(key, ballot)))) addBallot(count, opened)
  }
  return publish(count, shuffle, await historyBefore(round))
}

/** Opens one ballot; nothing when its content is not what was agreed, and then it counts as rejected. */
async function openBallot(key: CryptoKey, { round, unit, nullifier, sealed }: Ballot) {
  try {
    const { a, c } = await open(key, sealed as Bytes, { round, unit, nullifier })
    return { unit, answers: a, comment: c }
  } catch {
    return undefined
  }
}

function* inGroups(ballots: Iterable<Ballot>): Generator<Ballot[]> {
  let group: Ballot[] = []
  for (const ballot of ballots) {
    group.push(ballot)
    if (group.length < atATime) continue
    yield group
    group = []
  }
  yield group
}

/** Puts things in an order of pure chance (Fisher–Yates) from the system's source for cryptography. */
export function shuffle<T>(items: T[]): T[] {
  const mixed = [...items]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}
