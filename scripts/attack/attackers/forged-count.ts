import { createHash } from 'node:crypto'
import { generateIssueKey, publicBytes } from '~/ballot-box/blind-signing.server'
import { toBase64url } from '~/ballot-box/bytes'
import { writeManifest } from '~/ballot-box/manifest'
import { checkAnnounced } from '~/pulses/council/announced'
import { acceptCount, readSubmission } from '~/pulses/council/counting.server'
import type { CouncilKeys } from '~/pulses/council/file'
import { makeCouncilKey } from '~/pulses/council/key.client'
import { type CountFound, receiptsHash, type Submission, signedCount } from '~/pulses/council/submission'
import { bounds } from '~/pulses/disclosure/rules'
import { receiptsOf } from '~/pulses/receipts.server'
import type { Tally } from '~/pulses/tally'
import { counted, passphrase, type Taken, unlocked } from '../stage/council-house'
import { manifestOf } from '../stage/real-round'
import { ledgerFiles } from './swapped-key'

/** A round that the works council can count, with what its own computer makes of it. */
export type Counting = { round: string; keys: CouncilKeys; taken: Taken; honest: CountFound }

/** Whether a forged count was taken: at our desk, and at one that skips the signature. */
export type Forged = { ours: boolean; withoutSignature: boolean }

/** What the administrator makes of the figures: everybody is for everything. */
function contented(tally: Tally): Tally {
  const cells = tally.cells.map(cell => ({
    ...cell,
    favourable: bounds(cell.n, cell.n),
    unfavourable: bounds(0, cell.n),
  }))
  if (JSON.stringify(cells) === JSON.stringify(tally.cells)) throw new Error('everybody was for everything already')
  return { ...tally, cells }
}

async function forgeries({ round, keys, honest }: Counting): Promise<Submission[]> {
  const own = (await unlocked((await makeCouncilKey(round, passphrase)).file))!
  const right = await signedCount(honest, keys)
  const wrong = await signedCount({ ...honest, tally: contented(honest.tally) }, own)
  const nothing = Buffer.alloc(64).toString('base64')
  const otherReceipts = await receiptsHash([])
  return [
    wrong,
    await signedCount(honest, own),
    { ...right, tally: wrong.tally },
    { ...wrong, signature: right.signature },
    { ...wrong, wholeSignature: right.wholeSignature },
    { ...right, signature: right.wholeSignature, wholeSignature: right.signature },
    { ...wrong, signature: nothing, wholeSignature: nothing },
    { ...right, receipts: otherReceipts },
    await signedCount({ ...honest, receipts: otherReceipts }, keys),
  ]
}

/** Hands in counts that the council did not make, or not over all ballots. */
export async function handInForged(counting: Counting): Promise<Forged[]> {
  const { round } = counting
  const receipts = await receiptsHash(await receiptsOf(round))
  const tried: Forged[] = []
  for (const forged of await forgeries(counting)) {
    const read = readSubmission(JSON.stringify(forged))
    const { ok } = await acceptCount(round, forged, new Date())
    tried.push({ ours: ok, withoutSignature: read !== undefined && read.receipts === receipts })
  }
  return tried
}

/** Keeps ballots from the council, slips others in, and shows it another manifest. @returns for each whether a wrong count came of it */
export async function bendMaterial(counting: Counting): Promise<boolean[]> {
  const { keys, taken, honest } = counting
  const [first, ...rest] = taken.ballots
  const isMore = (count?: CountFound) => count !== undefined && count.tally.counted !== honest.tally.counted
  const nobody = {
    ...first!,
    nullifier: chance(32),
    sealed: rest[0]!.sealed,
    input: chance(100),
    signature: chance(256),
  }
  const { input: _, signature: __, ...bare } = nobody
  return [
    (await counted({ ...taken, ballots: rest }, keys)) !== undefined,
    await isShortTaken(counting, rest),
    isMore(await counted(holding(taken, [...taken.ballots, first!]), keys)),
    isMore(await counted(holding(taken, [...taken.ballots, nobody, bare]), keys)),
    await isOtherManifestTaken(counting),
  ]
}

const holding = ({ material }: Taken, ballots: Taken['ballots']): Taken => ({
  material: { ...material, ballots: ballots.length },
  ballots,
})
const chance = (bytes: number) => toBase64url(crypto.getRandomValues(new Uint8Array(bytes)))

/** The number of ballots is bent too, so the council counts and signs; what it signed is not what lies in the box. */
async function isShortTaken({ round, keys, taken }: Counting, ballots: Taken['ballots']): Promise<boolean> {
  const count = (await counted(holding(taken, ballots), keys))!
  return (await acceptCount(round, await signedCount(count, keys), new Date())).ok
}

/** A manifest with keys of the administrator, who could then sign as many tokens as they like; the council looks it up first. */
async function isOtherManifestTaken({ round, keys }: Counting): Promise<boolean> {
  const manifest = await manifestOf(round)
  const { publicKey } = await generateIssueKey()
  const units = manifest.units.map(unit => ({ ...unit, issue_key_spki: toBase64url(publicBytes(publicKey)) }))
  const other = { ...manifest, units }
  const manifestSha256 = createHash('sha256').update(writeManifest(other)).digest('base64url')
  return (await checkAnnounced(await ledgerFiles(round), { manifest: other, manifestSha256 }, keys.signingKey)).ok
}
