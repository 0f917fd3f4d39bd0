import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { privateBytes, verifyToken } from '~/ballot-box/blind-signing.server'
import { concat, fromBase64url, toBase64url, utf8 } from '~/ballot-box/bytes'
import { type Intake, openIntake } from '~/ballot-box/intake.server'
import { announceRound, type Box, ballotsOf, openBox, setRoundState } from '~/ballot-box/store.server'
import { receiptOf, tokenMessage } from '~/ballot-box/token'
import { importBoxPrivateKey, open } from '~/ballot-box/unseal'
import { freshFolder, makeCast, makeRound, makeToken, quickToken, type Token } from './round'

const round = await makeRound()
const other = await makeRound('R2')

let path: string
let box: Box
let intake: Intake
beforeEach(() => {
  path = join(freshFolder(), 'box.db')
  box = openBox(path)
  announceRound(box, round.bytes, 'open')
  announceRound(box, other.bytes, 'open')
  intake = openIntake(box)
})

const cast = (body: string, into = 'R1') => intake.cast(into, Buffer.from(body))
const kept = () => [...ballotsOf(box, 'R1')].length
const castWith = async (token: Token, change: object = {}) =>
  cast(JSON.stringify({ ...JSON.parse(await makeCast(round, token)), ...change }))

describe('a ballot', () => {
  test('drawn blindly is cast, gets its receipt, and opens to what was answered', async () => {
    const token = await makeToken(round)
    const body = await makeCast(round, token, 5, 'meer tijd')
    const receipt = await receiptOf(fromBase64url(JSON.parse(body).sealed))
    expect(await cast(body)).toEqual({ status: 201, receipt })
    const [ballot] = [...ballotsOf(box, 'R1')]
    const key = await importBoxPrivateKey(privateBytes(round.boxKeys.privateKey))
    expect(await open(key, new Uint8Array(ballot!.sealed), ballot!)).toEqual({ v: 1, a: { P01: 5 }, c: 'meer tijd' })
  })

  test('sent again is harmless; another one with the same token is refused', async () => {
    const token = quickToken(round)
    const body = await makeCast(round, token)
    const first = await cast(body)
    expect(await cast(body)).toEqual({ ...first, status: 200 })
    expect(await cast(await makeCast(round, token, 1))).toEqual({ status: 409, code: 'already_cast' })
    expect(kept()).toBe(1)
  })

  test('sent fifty times at once is one ballot; fifty different ones with one token are one too', async () => {
    const [token, token2] = [quickToken(round), quickToken(round)]
    const body = await makeCast(round, token)
    const same = await Promise.all(Array.from({ length: 50 }, () => cast(body)))
    expect(same.map(({ status }) => status).sort()).toEqual([...Array(49).fill(200), 201])
    const bodies = await Promise.all(Array.from({ length: 50 }, () => makeCast(round, token2)))
    const different = await Promise.all(bodies.map(one => cast(one)))
    expect(different.map(({ status }) => status).sort()).toEqual([201, ...Array(49).fill(409)])
    expect(kept()).toBe(2)
  })

  test('is taken from its first to its last moment only', async () => {
    const body = await makeCast(round, quickToken(round))
    setRoundState(box, 'R1', 'closed')
    expect(await cast(body)).toEqual({ status: 410, code: 'not_open' })
    announceRound(box, (await makeRound('R3')).bytes, 'issuing')
    expect(await cast(body, 'R3')).toEqual({ status: 410, code: 'not_open' })
    expect(await cast(body, 'R9')).toEqual({ status: 404, code: 'not_found' })
  })

  test('on its way while the round closes is not kept', async () => {
    const bodies = [await makeCast(round, quickToken(round)), await makeCast(round, quickToken(round))]
    const answers = bodies.map(body => cast(body))
    setRoundState(box, 'R1', 'closed')
    expect(await Promise.all(answers)).toEqual([
      { status: 410, code: 'not_open' },
      { status: 410, code: 'not_open' },
    ])
    expect(kept()).toBe(0)
  })
})

describe('a token is refused', () => {
  const refused = { status: 403, code: 'token_refused' }

  test('when its signature is chance, or of another key', async () => {
    expect(await castWith(quickToken(round), { signature: toBase64url(randomBytes(256)) })).toEqual(refused)
    expect(await castWith(quickToken(round), { signature: '' })).toEqual(refused)
    expect(await castWith(quickToken(round, 'U1'), { unit: 'U2' })).toEqual(refused)
  })

  test('when it belongs to another unit or round, even if signed by the right key', async () => {
    const sign = (message: ReturnType<typeof utf8>) => makeToken(round, 'U1', message)
    const nonce = randomBytes(32)
    const foreign = [
      tokenMessage('R2', 'U1', nonce),
      tokenMessage('R1', 'U2', nonce),
      concat(utf8('pulse-token/v2|R1|U1|'), nonce),
      concat(utf8('pulse-token/v1|R1|U1|'), nonce, nonce),
      concat(utf8('pulse-token/v1|R1|U1|'), nonce.subarray(1)),
    ]
    for (const message of foreign) expect(await castWith(await sign(message))).toEqual(refused)
    expect(await castWith(await sign(tokenMessage('R1', 'U1', nonce)))).toMatchObject({ status: 201 })
    expect(kept()).toBe(1)
  })

  test('control: without the check of its structure the foreign token would pass', async () => {
    const foreign = await makeToken(round, 'U1', tokenMessage('R2', 'U1', randomBytes(32)))
    expect(verifyToken(round.issueKeys.get('U1')!.publicKey, foreign.input, foreign.signature)).toBe(true)
  })

  test('when its unit is unknown, or it is cast in another round', async () => {
    expect(await castWith({ ...quickToken(round), unit: 'U9' })).toEqual(refused)
    expect(await cast(await makeCast(round, quickToken(round)), 'R2')).toEqual(refused)
  })
})

test.each(['', '{', 'null', '[]', '"x"', '{"unit":1}', '{"unit":"U1","input":"","signature":""}', '\u0000\uffff'])(
  'what is no ballot is told so: %j',
  async body => expect(await cast(body)).toEqual({ status: 400, code: 'malformed' }),
)

test('a sealed ballot of another length is no ballot', async () => {
  for (const length of [0, 4507, 4509]) {
    const sealed = toBase64url(randomBytes(length))
    expect(await castWith(quickToken(round), { sealed })).toEqual({ status: 400, code: 'malformed' })
  }
  const padded = `${toBase64url(randomBytes(4507))}!!`
  expect(await castWith(quickToken(round), { sealed: padded })).toEqual({ status: 400, code: 'malformed' })
})

/** Counts the transactions that reached the file, from its own header. @source sqlite.org/fileformat2, file change counter */
const writes = () => readFileSync(path).readUInt32BE(24)

test('ballots that come in together share one write to disk; control: apart they do not', async () => {
  const bodies = await Promise.all(Array.from({ length: 60 }, () => makeCast(round, quickToken(round))))
  const before = writes()
  await Promise.all(bodies.slice(0, 50).map(body => cast(body)))
  const together = writes() - before
  for (const body of bodies.slice(50)) await cast(body)
  expect([together, writes() - before - together, kept()]).toEqual([1, 10, 60])
})

test('a write that fails harms no other ballot, and nobody is told it was cast', async () => {
  const bodies = await Promise.all(Array.from({ length: 3 }, () => makeCast(round, quickToken(round))))
  box.exec(`create trigger once before insert on ballot when (select count(*) from ballot) = 2
    begin select raise(abort, 'disk'); end`)
  const answers = await Promise.all(bodies.map(body => cast(body)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 503])
  expect(kept()).toBe(2)
})
