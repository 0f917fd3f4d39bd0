import { beforeAll, expect, test } from 'vitest'
import { canonical } from '~/ballot-box/canonical'
import type { RoundProof, SeenLedger } from '~/ledger/round-proof'
import { roundProof } from '~/ledger/round-proof.server'
import { exportLog } from '~/ledger/served.server'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { checkAnnounced, checkHeldKey } from '~/pulses/council/announced'
import { type MadeKey, makeCouncilKey } from '~/pulses/council/key.client'
import { councilAsksOf } from '~/pulses/council/rules'
import { findRound } from '~/pulses/store.server'
import { foundHouse, manifestFor } from '../round-trip'
import { councilRound, passphrase } from './round'

// A server that seals the ballots with a key of its own, and what a member of the council sees before anybody answers.

let round = ''
let made: MadeKey
let files: { proof: string; log: string }
let seen: SeenLedger

beforeAll(async () => {
  await foundHouse({ A: 9, B: 12 })
  ;({ round, made } = await councilRound())
  files = { proof: (await roundProof(round))!, log: (await exportLog()).log }
  const found = await checkHeldKey(files, made)
  if (!found.ok) throw new Error(found.because)
  seen = found.value.seen
  return closeBallotBox
})

const because = async (found: Promise<{ ok: boolean; because?: string }>) => (await found).because ?? 'same'
const bent = (change: (proof: RoundProof) => RoundProof) => ({
  ...files,
  proof: canonical(change(JSON.parse(files.proof))),
})

test('the file that the council made is the key in the ledger, with or without an earlier look', async () => {
  expect(await because(checkHeldKey(files, made))).toBe('same')
  expect(await because(checkHeldKey(files, made, seen))).toBe('same')
})

test('control: every other key is an alarm, whichever half differs and wherever the server leaves it out', async () => {
  const other = await makeCouncilKey(round, passphrase)
  expect(await because(checkHeldKey(files, other))).toBe('otherKey')
  expect(await because(checkHeldKey(files, { ...made, boxKey: other.boxKey }))).toBe('otherKey')
  expect(await because(checkHeldKey(files, { ...made, signingKey: other.signingKey }))).toBe('otherKey')
  expect(await because(checkHeldKey({ ...files, log: '' }, made))).toBe('otherKey')
})

test('control: another ledger, another round and an entry that the log did not sign are noticed', async () => {
  const forked = { ...seen, root: 'A'.repeat(43).concat('=') }
  expect(await because(checkHeldKey(files, made, forked))).toBe('ledgerDiffers')
  expect(await because(checkHeldKey(files, { ...made, round: 'R9' }))).toBe('notInLedger')
  const swapped = bent(proof => ({ ...proof, entry: proof.entry.replace('K7c2.v1', 'K7c2.v9') }))
  expect(await because(checkHeldKey(swapped, made))).toBe('ledgerBroken')
  expect(await because(checkHeldKey({ ...files, proof: 'no proof' }, made))).toBe('ledgerBroken')
})

test('before it counts, the council finds the manifest it was given in the ledger as this browser knows it', async () => {
  const held = { manifest: await manifestFor(round), manifestSha256: (await findRound(round))!.manifestSha256! }
  expect(await because(checkAnnounced(files, held, made.signingKey, seen))).toBe('same')
  const other = { ...held, manifestSha256: Buffer.alloc(32).toString('base64url') }
  expect(await because(checkAnnounced(files, other, made.signingKey))).toBe('notInLedger')
  expect(await because(checkAnnounced(files, held, 'R1.works-council+00000000+x'))).toBe('otherKey')
  expect(await because(checkAnnounced(files, held, made.signingKey, { ...seen, name: 'elders' }))).toBe('ledgerDiffers')
})

test('from issuing until opening every member is asked to check', async () => {
  const listed = (await findRound(round))!
  expect(councilAsksOf([listed])).toMatchObject([{ say: 'checkKey', until: listed.opensOn }])
  expect(councilAsksOf([{ ...listed, state: 'open' }])).toEqual([])
  expect(councilAsksOf([{ ...listed, isCouncilHeld: false }])).toEqual([])
})
