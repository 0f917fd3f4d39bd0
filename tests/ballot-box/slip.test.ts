import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { privateBytes } from '~/ballot-box/blind-signing.server'
import type { Bytes } from '~/ballot-box/bytes'
import { ballotsWithTokens, keepTokensOf } from '~/ballot-box/council-tokens.server'
import { inGroups, slipHash, slipNullifier, slipProof } from '~/ballot-box/slips/slip-code'
import { ballotsOf, countPerUnit, setRoundState } from '~/ballot-box/store.server'
import { receiptOf } from '~/ballot-box/token'
import { importBoxPrivateKey, open } from '~/ballot-box/unseal'
import { makeCast, makeRound, quickToken } from './round'
import { freshCodes, openSlipHouse, type SlipHouse } from './slips'

const round = await makeRound()
const codes = freshCodes(37)
const remark = 'Zilvermeeuw onder de trap'
let house: SlipHouse
let next = 0
const freshCode = () => codes[next++]!
beforeAll(async () => {
  house = await openSlipHouse(round, codes)
})
afterAll(() => house.running.stop())

const full = (code: string) => ({ step: 'send', code, 'q.P01': '4', remark: '' })
const send = (fields: Record<string, string>, at = '/ballot/R1/slip?lang=nl') => house.post(at, fields)
const ballots = () => [...ballotsOf(house.box, 'R1')]

const bytes = (folder: string) =>
  Buffer.concat(readdirSync(folder).map(name => readFileSync(join(folder, name)))).toString('latin1')

describe('answering with a slip', () => {
  test('works from a bare form, seals the answer, and gives the receipt of just that ballot', async () => {
    const code = freshCode()
    const sent = await send({ ...full(inGroups(code).toLowerCase()), remark: 'twee\r\nregels ' })
    expect(sent.status).toBe(201)
    const [ballot] = ballots()
    const key = await importBoxPrivateKey(new Uint8Array(privateBytes(round.boxKeys.privateKey)))
    const place = { round: 'R1', unit: 'U1', nullifier: await slipNullifier('R1', code) }
    expect(await open(key, new Uint8Array(ballot!.sealed) as Bytes, place)).toEqual({
      v: 1,
      a: { P01: 4 },
      c: 'twee\nregels',
    })
    const receipt = (await receiptOf(ballot!.sealed)).slice(0, 4).toUpperCase()
    expect(sent.text).toContain(`<b class="code">${receipt}-`)
  })

  test('T23: a device that others use is cleared after sending, and never before', async () => {
    const page = await house.ask('/ballot/R1/slip?lang=nl')
    expect(page.headers.get('clear-site-data')).toBeNull()
    expect(await page.text()).toMatch(/<input type="checkbox" name="shared" value="yes" aria-describedby/)
    const shared = { ...full(freshCode()), shared: 'yes' }
    const sent = await send(shared)
    expect(sent.headers.get('clear-site-data')).toBe('"storage", "cache"')
    expect(sent.headers.get('cache-control')).toBe('no-store')
    expect(sent.text).toContain('Op dit toestel is alles van deze site gewist.')
    const wrong = await send({ ...shared, code: 'X' })
    expect([wrong.headers.get('clear-site-data'), wrong.text.includes('value="yes" checked')]).toEqual([null, true])
  })

  test('one’s own phone keeps the token of another round, its receipts and what it knows of the ledger', async () => {
    const sent = await send(full(freshCode()))
    expect([sent.status, sent.headers.get('clear-site-data')]).toEqual([201, null])
    expect(sent.headers.get('cache-control')).toBe('no-store')
    expect(sent.text).not.toContain('gewist')
  })

  test('T23: a used code is refused, by whomever and however it is sent again', async () => {
    const code = freshCode()
    const before = ballots().length
    const crowd = await Promise.all(Array.from({ length: 20 }, () => send(full(code))))
    expect(crowd.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(crowd.filter(({ status }) => status === 409)).toHaveLength(19)
    expect(ballots()).toHaveLength(before + 1)
    const again = await send({ ...full(code), remark })
    expect([again.status, again.text.includes(remark)]).toEqual([409, true])
    const kiosk = await send({ code }, '/ballot/R1/kiosk')
    expect([kiosk.status, kiosk.text.includes('q.P01')]).toEqual([409, false])
  })

  test('an empty sheet is sent only by whoever says so twice', async () => {
    const code = freshCode()
    const asked = await send({ step: 'send', code, remark: '' })
    expect([asked.status, asked.text.includes('name="blank"')]).toEqual([400, true])
    expect((await send({ step: 'send', code, remark: '', blank: 'yes' })).status).toBe(201)
  })
})

describe('bad input', () => {
  test.each([
    ['no code', { code: '' }, 400, 'Typ de code van je kaartje.'],
    [
      'a wrong letter',
      { code: `${codes[36]!.slice(0, 17)}${codes[36]!.endsWith('0') ? '1' : '0'}` },
      400,
      'Deze code klopt niet.',
    ],
    ['a code that was never printed', { code: freshCodes(1)[0]! }, 403, 'Deze code hoort niet bij deze ronde.'],
    ['an answer that nobody offered', { code: codes[36]!, 'q.P01': '6' }, 400, 'Kies opnieuw.'],
    ['words that are too long', { code: codes[36]!, remark: 'x'.repeat(501) }, 400, 'Je opmerking is te lang.'],
  ])('%s is refused beside its field, and what was typed is kept', async (_name, wrong, status, said) => {
    const before = ballots().length
    const answer = await send({ ...full(codes[36]!), remark, ...wrong })
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(said)
    expect(answer.text).toContain('remark' in wrong ? wrong.remark : remark)
    if (!('q.P01' in wrong)) expect(answer.text).toContain('value="4" checked')
    expect(ballots()).toHaveLength(before)
  })

  test('a code of another round is unknown here, although its letters are right', async () => {
    const other = await openSlipHouse(await makeRound('R2'), freshCodes(3))
    const answer = await other.post('/ballot/R2/slip', full(codes[36]!))
    await other.running.stop()
    expect(answer.status).toBe(403)
  })

  test('what somebody typed is shown as text and never obeyed', async () => {
    const answer = await send({ ...full('"><script>alert(1)</script>'), remark: '</textarea><img src=x>' })
    expect(answer.text).not.toMatch(/<script>alert|<\/textarea><img/)
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'sha256-/)
  })

  test('a form that is too large, another method and a cookie are turned away', async () => {
    expect((await send({ ...full('X'), remark: 'x'.repeat(17_000) })).status).toBe(413)
    expect((await house.ask('/ballot/R1/slip', { method: 'PUT', body: 'x' })).status).toBe(405)
    expect((await house.ask('/ballot/R1/kiosk', { headers: { cookie: 'session=x' } })).status).toBe(400)
    expect((await house.ask('/ballot/R9/slip')).status).toBe(404)
  })
})

describe('whoever takes the files', () => {
  test('finds no answer and no code, and not which ballots came by slip', async () => {
    const code = freshCode()
    expect((await send({ ...full(code), remark })).status).toBe(201)
    const token = await house.ask('/ballot/R1/ballot', {
      method: 'POST',
      body: await makeCast(round, quickToken(round)),
    })
    expect(token.status).toBe(201)
    const found = bytes(dirname(house.path))
    const secrets = [code, inGroups(code), remark, 'Zilvermeeuw', '"a":{"P01"']
    expect(secrets.filter(secret => found.includes(secret))).toEqual([])
    const kept = house.box.prepare('select code_sha256 from slip').pluck().all() as Buffer[]
    const marks = new Set(ballots().map(({ nullifier }) => Buffer.from(nullifier).toString('hex')))
    expect(kept).toHaveLength(codes.length)
    expect(kept.filter(hash => marks.has(hash.toString('hex')))).toEqual([])
    expect(ballots().filter(({ nullifier }) => found.includes(Buffer.from(nullifier).toString('latin1')))).toHaveLength(
      marks.size,
    )
  })

  test('control: the same search finds what stands there, and a box that marks ballots by the kept hash', async () => {
    const hash = await slipHash('R1', codes[0]!)
    expect(bytes(dirname(house.path)).includes(Buffer.from(hash).toString('latin1'))).toBe(true)
    const careless = new Set([Buffer.from(hash).toString('hex')])
    const kept = house.box.prepare('select code_sha256 from slip').pluck().all() as Buffer[]
    expect(kept.filter(one => careless.has(one.toString('hex')))).toHaveLength(1)
  })
})

test('where the works council counts, a ballot by slip carries its proof and never the code; elsewhere neither', async () => {
  const code = freshCode()
  expect((await send(full(code))).status).toBe(201)
  const strong = await openSlipHouse(await makeRound('R4'), codes, 'issuing')
  keepTokensOf(strong.box, 'R4')
  setRoundState(strong.box, 'R4', 'open')
  expect((await strong.post('/ballot/R4/slip', full(code))).status).toBe(201)
  await strong.running.stop()
  const proofs = (box: SlipHouse['box'], of: string) =>
    [...ballotsWithTokens(box, of)].map(({ input }) => input?.toString('hex'))
  const proof = Buffer.from(await slipProof('R4', code))
  expect(proofs(strong.box, 'R4')).toEqual([proof.toString('hex')])
  const files = () => bytes(dirname(strong.path))
  expect([code, inGroups(code), code.slice(0, 8)].filter(part => files().includes(part))).toEqual([])
  // Control: what does stand beside the ballot is found by the same search.
  expect(files()).toContain(proof.toString('latin1'))
  expect(proofs(house.box, 'R1').filter(Boolean)).toEqual([])
})

test('before the round opens a card is told to wait, and after it that it counts no more', async () => {
  const early = await openSlipHouse(await makeRound('R3'), codes, 'issuing')
  expect((await early.post('/ballot/R3/slip', full(codes[0]!))).status).toBe(410)
  expect(await (await early.ask('/ballot/R3/slip?lang=nl')).text()).toContain('Bewaar je kaartje goed.')
  await early.running.stop()
  const counted = countPerUnit(house.box, 'R1').get('U1')
  setRoundState(house.box, 'R1', 'closed')
  expect((await send(full(freshCode()))).status).toBe(410)
  expect((await send({ code: freshCode() }, '/ballot/R1/kiosk')).status).toBe(410)
  expect(countPerUnit(house.box, 'R1').get('U1')).toBe(counted)
})
