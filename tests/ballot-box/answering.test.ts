import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { fromBase64url, sha256, toBase64url } from '~/ballot-box/bytes'
import { cast, receiptFor, type SealedToken, sealFor } from '~/ballot-box/casting.client'
import { writeManifest } from '~/ballot-box/manifest'
import { checkRound } from '~/ballot-box/round-check.client'
import { nullifierOf } from '~/ballot-box/token'
import { importBoxPrivateKey, open } from '~/ballot-box/unseal'
import { makeRound, makeToken, type Round } from './round'

let round: Round
let token: SealedToken

beforeAll(async () => {
  round = await makeRound()
  const drawn = await makeToken(round)
  token = {
    ...drawn,
    round: 'R1',
    holder: 'anna',
    manifestSha256: round.sha256,
    state: 'drawn',
    drawnAt: new Date(0),
  }
})

afterEach(() => vi.unstubAllGlobals())

const text = new TextDecoder()
const shown = (change = {}) => ({
  manifest: text.decode(round.bytes),
  questions: [{ id: 'P01', text: 'Ik voel me gehoord.' }],
  language: 'nl',
  ...change,
})
const because = async (...given: Parameters<typeof checkRound>) => {
  const decision = await checkRound(...given)
  return decision.ok ? 'ok' : decision.because
}

describe('before anything is asked', () => {
  test('the round must be the one the token was drawn for', async () => {
    expect(await because(token, shown())).toBe('ok')
    expect(await because({ ...token, manifestSha256: 'other' }, shown())).toBe('manifestDiffers')
    expect(await because({ ...token, unit: 'U9' }, shown())).toBe('unitUnknown')
    expect(await because({ ...token, round: 'R2' }, shown())).toBe('unitUnknown')
  })

  test('one changed letter is noticed, and another spelling of the same letters is not', async () => {
    const manifest = text.decode(round.bytes)
    expect(await because(token, shown({ manifest: manifest.replace('gehoord', 'gehoort') }))).toBe('manifestDiffers')
    expect(await because(token, shown({ manifest: manifest.replace('"v":1', '"v":1,"w":1') }))).toBe('manifestDiffers')
    expect(await because(token, shown({ manifest: 'nothing' }))).toBe('manifestDiffers')
    expect(await because(token, shown({ manifest: manifest.replace('gehoord', '\\u0067ehoord') }))).toBe('ok')
  })

  test('a rule that was broken for everyone is noticed too', async () => {
    const units = round.manifest.units.map(unit => ({ ...unit, roster: 7 }))
    const bytes = writeManifest({ ...round.manifest, units })
    const drawn = { ...token, manifestSha256: toBase64url(await sha256(bytes)) }
    expect(await because(drawn, shown({ manifest: text.decode(bytes) }))).toBe('manifestRefused')
  })

  test('the page must show the questions that everyone gets, in the language it is in', async () => {
    const asking = (text: string) => ({ questions: [{ id: 'P01', text }] })
    expect(await because(token, shown(asking('Ik voel me niet gehoord.')))).toBe('questionsDiffer')
    expect(await because(token, shown({ questions: [] }))).toBe('questionsDiffer')
    expect(await because(token, shown({ language: 'en' }))).toBe('questionsDiffer')
    expect(await because(token, shown({ language: 'en', ...asking('I feel heard.') }))).toBe('ok')
  })
})

describe('casting', () => {
  const seal = (c = '') => sealFor(token, round.manifest.box_key_spki, { v: 1, a: { P01: 4 }, c })
  const answers = (...given: (number | 'lost' | Response)[]) => {
    const bodies: string[] = []
    vi.stubGlobal('fetch', async (_address: string, { body }: RequestInit) => {
      bodies.push(String(body))
      const next = given.shift()
      if (next === 'lost' || next === undefined) throw new TypeError('no line')
      return typeof next === 'number' ? Response.json({}, { status: next }) : next
    })
    return bodies
  }
  const atOnce = async () => {}

  test('seals what was chosen, and only closing the round opens it', async () => {
    const sealed = await seal('meer tijd')
    const key = await importBoxPrivateKey(
      new Uint8Array(round.boxKeys.privateKey.export({ type: 'pkcs8', format: 'der' })),
    )
    const place = { round: 'R1', unit: 'U1', nullifier: await nullifierOf(sealed.input) }
    expect(await open(key, sealed.sealed!, place)).toEqual({ v: 1, a: { P01: 4 }, c: 'meer tijd' })
    expect(sealed.sealed!.length).toBe((await seal()).sealed!.length)
  })

  test('keeps trying with the very same bytes until the box answers', async () => {
    const sealed = await seal()
    const receipt = await receiptFor(sealed)
    const bodies = answers('lost', 503, 502, 429, Response.json({ receipt }, { status: 200 }))
    const pauses: number[] = []
    expect(await cast(sealed, async seconds => pauses.push(seconds))).toBe('received')
    expect(bodies).toHaveLength(5)
    expect(new Set(bodies).size).toBe(1)
    expect(pauses).toEqual([1, 2, 4, 8])
    expect(fromBase64url(JSON.parse(bodies[0]!).sealed)).toEqual(sealed.sealed)
    // The control: sealing again for a second attempt would give other bytes, and be refused as a second ballot.
    expect((await seal()).sealed).not.toEqual(sealed.sealed)
  })

  test('says when the box acknowledged another ballot than ours', async () => {
    answers(Response.json({ receipt: 'ab'.repeat(32) }, { status: 201 }))
    expect(await cast(await seal(), atOnce)).toBe('receiptDiffers')
  })

  test.each([
    [400, 'fault'],
    [403, 'refused'],
    [409, 'alreadyCast'],
    [410, 'closed'],
    [413, 'fault'],
  ])('stops at %s', async (status, end) => {
    const bodies = answers(status)
    expect(await cast(await seal(), atOnce)).toBe(end)
    expect(bodies).toHaveLength(1)
  })
})
