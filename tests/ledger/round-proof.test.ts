import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, ledgerCheckpoints, transact } from '#db'
import { keepCosignature } from '~/ledger/cosigning/store.server'
import { bodyOf, cosignatureLine, keyTypes, verifierKey } from '~/ledger/note'
import { checkRoundProof, type RoundProof, type SeenLedger } from '~/ledger/round-proof'
import { addWitness, rotateKey } from '~/ledger/store.server'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { endAsVoid } from '~/pulses/closing.server'
import { findRound } from '~/pulses/store.server'
import { loader } from '~/routes/ledger.rounds.$round[.json]'
import { foundHouse, issuingRound, manifestFor } from '../pulses/round-trip'
import { council, signer } from './log-builder'

const at = new Date('2026-11-23T09:00:00Z')

beforeAll(async () => {
  await foundHouse({ A: 9, B: 8 })
  return closeBallotBox
})

const ask = async (round: string) => {
  const answer = await loader({ params: { round }, request: new Request('http://localhost/'), context: {} } as never)
  return answer.text()
}
const held = async (round: string) => {
  return { manifest: await manifestFor(round), manifestSha256: (await findRound(round))!.manifestSha256! }
}
const check = async (round: string, seen?: SeenLedger) => {
  const found = await checkRoundProof(await ask(round), await held(round), seen)
  if (!found.ok) throw new Error(found.because)
  return found.value
}
const sizeIn = (proof: string) => Number((JSON.parse(proof) as RoundProof).checkpoint.split('\n')[1])

async function register() {
  const key = verifierKey(council, keyTypes.witness)
  await transact(tx => addWitness(tx, { name: council.name, key, of: 'worksCouncil' }, at))
}

async function cosign(size: number, by = council) {
  const [point] = await db.select().from(ledgerCheckpoints).where(eq(ledgerCheckpoints.size, size))
  return transact(tx => keepCosignature(tx, size, cosignatureLine(bodyOf(point!.note), by, at), at))
}

test('a phone follows a round from its first proof to the last, while the ledger grows and changes its key', async () => {
  const first = await issuingRound()
  expect(await check(first)).toMatchObject({ isSignatureChecked: true, witness: undefined })
  const { seen } = await check(first)
  await endAsVoid(first, 'mistake')
  const later = await check(first, seen)
  expect(later.seen.size).toBe(seen.size + 1)
  await transact(tx => rotateKey(tx, at))
  const rotated = await check(first, later.seen)
  expect(rotated.seen.keys).toHaveLength(2)
  await register()
  const second = await issuingRound()
  const proof = JSON.parse(await ask(second)) as RoundProof
  expect(await checkRoundProof(JSON.stringify(proof), await held(second), rotated.seen)).toMatchObject({
    because: 'witnessMissing',
  })
  expect(await cosign(proof.seq + 1)).toBe(true)
  const stable = await ask(second)
  const found = await check(second, rotated.seen)
  expect(found.witness).toEqual({ name: council.name, at: at.getTime() / 1000 })
  await endAsVoid(second, 'mistake')
  expect(await ask(second)).toBe(stable)
  expect(sizeIn(stable)).toBe(proof.seq + 1)
  expect((await check(second, found.seen)).seen).toEqual(found.seen)
})

test('it says nothing about anyone, and a witness unknown here adds no line', async () => {
  const round = await issuingRound()
  const proof = JSON.parse(await ask(round)) as RoundProof
  expect(Object.keys(proof).sort()).toEqual(['checkpoint', 'entry', 'keys', 'path', 'seq', 'v', 'witnesses'])
  expect(await cosign(proof.seq + 1, signer('vreemd.example/eve'))).toBe(false)
  expect(await ask(round)).toBe(JSON.stringify(proof))
  await endAsVoid(round, 'mistake')
})

test('a round that nobody entered has no proof', async () => {
  await expect(ask('R99')).rejects.toMatchObject({ status: 404 })
})
