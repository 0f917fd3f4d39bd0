import { type Bytes, fromBase64url, hex, sameBytes, toBase64url, utf8 } from '~/ballot-box/bytes'
import { type Manifest, readManifest } from '~/ballot-box/manifest'
import { slipMarks } from '~/ballot-box/slips/slip-code'
import { nullifierOf, readToken, receiptOf } from '~/ballot-box/token'
import { open } from '~/ballot-box/unseal'
import { allow, type Decision, refuse } from '~/decision'
import type { Shuffle } from '../comments/rules'
import { questionsIn } from '../figures'
import { addBallot, publish, startCount } from '../tally'
import type { CouncilKeys } from './file'
import { fromMarks, type Material, type SealedBallot } from './material'
import { type CountFound, receiptsHash } from './submission'

/** Bytes of chance in a signature. @source RFC 9474, section 5, RSABSSA-SHA384-PSS-Randomized */
const saltLength = 48

/** Ballots opened side by side, after which the page may breathe. */
const atATime = 32

export type CountProblem = 'otherRound' | 'otherKey' | 'incomplete' | 'unreadable'
type Outside = { shuffle: Shuffle; breathe: () => Promise<void>; tell?: (done: number) => void }

/**
 * Counts a round as the works council: checks each ballot's own token, opens it, and applies the same rules as every
 * count. What was not signed for a unit of this round, or comes twice, counts as rejected; nothing opened is kept. The receipts of all ballots that came, rejected ones included,
 * go with the count.
 */
export async function countAsCouncil(
  material: Material,
  ballots: AsyncIterable<SealedBallot>,
  keys: CouncilKeys,
  outside: Outside,
): Promise<Decision<CountFound, CountProblem>> {
  const manifest = manifestIn(material)
  if (!manifest) return refuse('unreadable')
  if (manifest.round !== keys.round) return refuse('otherRound')
  if (manifest.box_key_spki !== keys.boxKey) return refuse('otherKey')
  const check = await openDesk(manifest, material, keys.opener)
  const count = startCount(questionsIn(manifest), material.tree)
  const receipts: string[] = []
  let done = 0
  for await (const some of inGroups(ballots)) {
    receipts.push(...(await Promise.all(some.map(({ sealed }) => receiptOf(fromBase64url(sealed))))))
    for (const opened of await Promise.all(some.map(check))) addBallot(count, opened)
    done += some.length
    outside.tell?.(done)
    await outside.breathe()
  }
  if (done !== material.ballots) return refuse('incomplete')
  const tally = publish(count, outside.shuffle, fromMarks(material.history))
  return allow({ tally, receipts: await receiptsHash(receipts) })
}

/** Reads the manifest; nothing when its bytes are no manifest, or it speaks of another round. */
export function manifestIn({ manifest, round }: Pick<Material, 'manifest' | 'round'>): Manifest | undefined {
  try {
    const read = readManifest(utf8(manifest))
    return read.round === round ? read : undefined
  } catch {
    return undefined
  }
}

/** Returns what opens one ballot; nothing comes out for a ballot that must not count. */
async function openDesk(manifest: Manifest, { slips }: Material, opener: CryptoKey) {
  const keys = new Map<string, CryptoKey>()
  for (const { id, issue_key_spki } of manifest.units) keys.set(id, await issueKey(fromBase64url(issue_key_spki)))
  const unitOfSlip = new Map(slips)
  const seen = new Set<string>()
  return async ({ nullifier, unit, sealed, input, signature }: SealedBallot) => {
    try {
      const place = { round: manifest.round, unit, nullifier: fromBase64url(nullifier) }
      const mark = hex(place.nullifier)
      const isNew = !seen.has(mark) && Boolean(seen.add(mark))
      const spent = { input: fromBase64url(input ?? ''), signature: fromBase64url(signature ?? '') }
      const isOurs = (await isTokenOf(keys.get(unit), spent, place)) || (await isSlipOf(unitOfSlip, spent.input, place))
      if (!isNew || !isOurs) return undefined
      const { a, c } = await open(opener, fromBase64url(sealed), place)
      return { unit, answers: a, comment: c }
    } catch {
      return undefined
    }
  }
}

type Place = { round: string; unit: string; nullifier: Bytes }
type Spent = { input: Bytes; signature: Bytes }

const issueKey = (spki: Bytes) =>
  crypto.subtle.importKey('spki', spki, { name: 'RSA-PSS', hash: 'SHA-384' }, false, ['verify'])

/** Returns whether a token was signed for this unit, and is the one that gives this nullifier. */
async function isTokenOf(key: CryptoKey | undefined, { input, signature }: Spent, place: Place): Promise<boolean> {
  const token = readToken(input)
  if (!key || token?.round !== place.round || token.unit !== place.unit) return false
  if (!sameBytes(await nullifierOf(input), place.nullifier)) return false
  return crypto.subtle.verify({ name: 'RSA-PSS', saltLength }, key, signature, input)
}

/**
 * Returns whether a ballot was cast with a slip of this unit that was made before anybody could answer: a proof that
 * only the code gives stands in the place of the token.
 */
async function isSlipOf(unitOfSlip: Map<string, string>, input: Bytes, { unit, nullifier }: Place) {
  const marks = await slipMarks(input)
  return unitOfSlip.get(toBase64url(marks.hash)) === unit && sameBytes(marks.nullifier, nullifier)
}

async function* inGroups(ballots: AsyncIterable<SealedBallot>): AsyncGenerator<SealedBallot[]> {
  let group: SealedBallot[] = []
  for await (const ballot of ballots) {
    group.push(ballot)
    if (group.length < atATime) continue
    yield group
    group = []
  }
  yield group
}
