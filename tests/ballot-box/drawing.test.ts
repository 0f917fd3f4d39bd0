import { createHash, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { publicBytes, signBlinded, verifyToken } from '~/ballot-box/blind-signing.server'
import { toBase64url } from '~/ballot-box/bytes'
import { type Manifest, manifestCode } from '~/ballot-box/manifest'
import { malformedKey } from '../../scripts/attack/stage/malformed-key'
import { blindedOf, deviceOf, type Reply } from './device'
import { makeRound } from './round'

const round = await makeRound()

const signs: Reply = sent => {
  const { publicKey, privateKey } = round.issueKeys.get('U1')!
  return Response.json({ unit: 'U1', signature: toBase64url(signBlinded(privateKey, publicKey, blindedOf(sent))) })
}

const device = (issue = signs, of = round) => deviceOf(of, issue)

test('a token is drawn once, verifies, and leaves no secret that only served to draw it', async () => {
  const { request, sent, asked, draw } = device()
  expect(await draw({ codeSeen: manifestCode(createHash('sha256').update(round.bytes).digest()) })).toEqual({
    state: 'drawn',
  })
  expect(await draw()).toEqual({ state: 'drawn' })
  expect(asked()).toHaveLength(1)
  const addresses = ['/ballot/R1/manifest.json', '/ledger/rounds/R1.json', '/app/pulse/R1/issue']
  expect(sent.map(({ address }) => address)).toEqual(addresses)
  for (const { options } of sent.slice(0, 2))
    expect(options).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' })
  const kept = request.store.tokens.get('R1')!
  expect(verifyToken(round.issueKeys.get('U1')!.publicKey, kept.input, kept.signature!)).toBe(true)
  expect(Object.keys(kept)).not.toContain('inverse')
  expect(Object.keys(kept)).not.toContain('blinded')
})

test('the request is kept before it is sent, and nothing is sent when it cannot be kept', async () => {
  const { request, server, asked, draw } = device()
  let keptWhenSent: string | undefined
  server.issue = sent => {
    keptWhenSent = request.store.tokens.get('R1')?.state
    return signs(sent)
  }
  await draw()
  expect(keptWhenSent).toBe('requested')
  const full = device()
  const store = { ...full.request.store, keepFirst: () => Promise.reject(new Error('quota')) }
  expect(await full.draw({ store })).toEqual({ state: 'noStorage' })
  expect([asked().length, full.asked().length]).toEqual([1, 0])
})

test('after a lost answer the very same value is sent again; two tabs at once send one value too', async () => {
  const { server, asked, draw } = device()
  server.issue = () => Promise.reject(new TypeError('network'))
  expect(await draw()).toEqual({ state: 'unreachable' })
  server.issue = () => new Response('proxy says no', { status: 502 })
  expect(await draw()).toEqual({ state: 'unreachable' })
  server.issue = signs
  expect(await Promise.all([draw(), draw()])).toEqual([{ state: 'drawn' }, { state: 'drawn' }])
  expect(new Set(asked().map(({ options }) => options.body)).size).toBe(1)
  const tabs = device()
  await Promise.all([tabs.draw(), tabs.draw(), tabs.draw()])
  expect(new Set(tabs.asked().map(({ options }) => options.body)).size).toBe(1)
})

test('409 is remembered and not asked again; 410 may be asked later, also when a witness is waited for', async () => {
  const elsewhere = device(() => new Response('{}', { status: 409 }))
  expect(await elsewhere.draw()).toEqual({ state: 'elsewhere' })
  expect(await elsewhere.draw()).toEqual({ state: 'elsewhere' })
  expect(elsewhere.asked()).toHaveLength(1)
  const early = device(() => new Response('{}', { status: 410 }))
  expect(await early.draw()).toEqual({ state: 'notIssuing' })
  early.server.issue = () => Response.json({ error: { code: 'awaiting_witness' } }, { status: 410 })
  expect(await early.draw()).toEqual({ state: 'awaitingWitness' })
  early.server.issue = signs
  expect(await early.draw()).toEqual({ state: 'drawn' })
})

test('colleagues who share a browser cannot take or use up each other’s token', async () => {
  const shared = device()
  await shared.draw()
  expect(await shared.draw({ holder: 'bram' })).toEqual({ state: 'someoneElses' })
  expect(shared.asked()).toHaveLength(1)
  const half = device(() => Promise.reject(new TypeError('network')))
  await half.draw()
  half.server.issue = signs
  expect(await half.draw({ holder: 'bram' })).toEqual({ state: 'someoneElses' })
  expect(half.asked()).toHaveLength(1)
  expect(await half.draw()).toEqual({ state: 'drawn' })
  const elsewhere = device(() => new Response('{}', { status: 409 }))
  await elsewhere.draw()
  elsewhere.server.issue = signs
  expect(await elsewhere.draw({ holder: 'bram' })).toEqual({ state: 'drawn' })
})

test('once the ballot is sent the signed-in side hears nothing any more', async () => {
  const { request, sent, draw } = device()
  await draw()
  await request.store.spend({ round: 'R1', receipt: '00' })
  const before = sent.length
  expect(await draw()).toEqual({ state: 'spent' })
  expect(sent).toHaveLength(before)
  expect(request.store.tokens.size).toBe(0)
})

describe('the device stops for good', () => {
  test('when the signature is wrong: no second request, now or ever', async () => {
    const { asked, server, draw } = device(() =>
      Response.json({ unit: 'U1', signature: toBase64url(new Uint8Array(256).fill(7)) }),
    )
    expect(await draw()).toEqual({ state: 'refused', because: 'signatureWrong' })
    server.issue = signs
    expect(await draw()).toEqual({ state: 'refused', because: 'signatureWrong' })
    expect(asked()).toHaveLength(1)
  })

  test('control: a device that forgets the refusal and starts anew does ask twice', async () => {
    const { asked, draw, request } = device(() =>
      Response.json({ unit: 'U1', signature: toBase64url(new Uint8Array(256)) }),
    )
    await draw()
    request.store.tokens.clear()
    await draw()
    expect(asked()).toHaveLength(2)
  })

  test('when the key is malformed so as to mark people', async () => {
    const { spki, sign } = malformedKey()
    const tagging = await makeRound('R1', ['U1'], {
      units: [{ ...round.manifest.units[0]!, issue_key_spki: toBase64url(spki) }],
    })
    const { asked, draw } = device(
      sent => Response.json({ unit: 'U1', signature: toBase64url(sign(blindedOf(sent))) }),
      tagging,
    )
    expect(await draw()).toEqual({ state: 'refused', because: 'signatureWrong' })
    expect(await draw()).toEqual({ state: 'refused', because: 'signatureWrong' })
    expect(asked()).toHaveLength(1)
  })
})

describe('nothing is asked of the signed-in side', () => {
  const weakKey = toBase64url(
    publicBytes(generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }).publicKey),
  )
  const unit = round.manifest.units[0]!
  const changed = (change: Partial<Manifest>) => makeRound('R1', ['U1'], change)

  test.each([
    ['the exponent is 3', { units: [{ ...unit, issue_key_spki: weakKey }] }, 'keyRefused'],
    ['the unit has seven people', { units: [{ ...unit, roster: 7 }] }, 'manifestRefused'],
    ['the box key is another than announced', { box_key_sha256: unit.members_root }, 'manifestRefused'],
    ['the unit is not in the manifest', { units: [{ ...unit, id: 'U9' }] }, 'unitUnknown'],
    ['the manifest is of another round', { round: 'R2' }, 'unitUnknown'],
  ])('when %s', async (_name, change, because) => {
    const { asked, draw } = device(signs, await changed(change))
    expect(await draw()).toEqual({ state: 'refused', because })
    expect(asked()).toHaveLength(0)
  })

  test('when the manifest is not the announced one, not the remembered one, or not the one on the poster', async () => {
    const { asked, draw, server } = device()
    expect(await draw({ manifestSha256: 'x'.repeat(43) })).toEqual({ state: 'refused', because: 'manifestDiffers' })
    expect(await draw({ codeSeen: 'K7QM-2XPA-9DTE' })).toEqual({ state: 'refused', because: 'codeDiffers' })
    expect(asked()).toHaveLength(0)
    server.issue = () => Promise.reject(new TypeError('network'))
    await draw()
    expect(await draw({ manifestSha256: 'x'.repeat(43) })).toEqual({ state: 'refused', because: 'manifestChanged' })
    expect(asked()).toHaveLength(1)
  })

  test('control: with the sound manifest it is asked', async () => {
    const { asked, draw } = device()
    await draw()
    expect(asked()).toHaveLength(1)
  })
})
