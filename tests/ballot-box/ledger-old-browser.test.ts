import { afterEach, expect, test, vi } from 'vitest'
import { checkRoundProof, type RoundProof } from '~/ledger/round-proof'
import { council } from '../ledger/log-builder'
import { RoundLedger } from './ledger'
import { makeRound } from './round'

const round = await makeRound()
const held = { manifest: round.manifest, manifestSha256: round.sha256 }

/** A ledger with one witness, in which the round stands. */
function witnessed() {
  const paper = new RoundLedger()
  paper.register('2026-11-20', council)
  return paper.enter(round)
}

afterEach(() => vi.unstubAllGlobals())

test('a browser without Ed25519 says so, and still checks every hash', async () => {
  const { subtle } = crypto
  const importKey = (form: 'raw', bytes: BufferSource, algorithm: string, ...more: [boolean, KeyUsage[]]) => {
    if (algorithm === 'Ed25519') throw new DOMException('unknown', 'NotSupportedError')
    return subtle.importKey(form, bytes, algorithm, ...more)
  }
  const digest = subtle.digest.bind(subtle)
  vi.stubGlobal('crypto', { subtle: { importKey, digest } })
  const check = (proof: RoundProof) => checkRoundProof(JSON.stringify(proof), held)
  const proof = witnessed().more(2).proof(council)
  expect(await check(proof)).toMatchObject({ ok: true, value: { isSignatureChecked: false } })
  expect(await check({ ...proof, path: [...proof.path].reverse() })).toMatchObject({ because: 'ledgerBroken' })
  expect(await check(witnessed().proof())).toMatchObject({ because: 'witnessMissing' })
})
