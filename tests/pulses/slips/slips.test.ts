import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, issuances, publishedCells, slipBatches, transact } from '#db'
import { writeGroup } from '~/ballot-box/group-commit.server'
import { openSlipDesk } from '~/ballot-box/slips/casting.server'
import { inGroups, slipCode, slipHash } from '~/ballot-box/slips/slip-code'
import { slipsOf } from '~/ballot-box/slips/store.server'
import { config } from '~/config.server'
import { ballotBox, closeBallotBox } from '~/pulses/ballot-box.server'
import { closeAndCount } from '~/pulses/closing.server'
import { issue, tokenErrands } from '~/pulses/issuing.server'
import { giveSlip, listedIn } from '~/pulses/slips/hand-out.server'
import { bringSlips, slipRound, slipsIn } from '~/pulses/slips/store.server'
import { findRound } from '~/pulses/store.server'
import { blindedToken, castAll, drawToken, filesHolding, foundHouse, issuingRound, openedRound } from '../round-trip'

const madeOn = '2026-11-24'
const remark = 'Zilvermeeuw onder de trap'
const codes = Array.from({ length: 10 }, () => slipCode(randomBytes(10)))
let round = ''

beforeAll(async () => {
  await foundHouse({ A: 8, B: 8 })
  round = await issuingRound()
  return closeBallotBox
})

const hashes = (some = codes) => Promise.all(some.map(code => slipHash(round, code)))
const bring = async (unitId = 'U1', some = codes) =>
  bringSlips({ roundId: round, unitId, hashes: await hashes(some), madeOn })
const refused = (because: string) => ({ ok: false, because })

test('the app keeps how many slips were made, the box their hashes, and nobody a code', async () => {
  expect(await bring('U1', codes.slice(0, 3))).toEqual({ ok: true, value: { slips: 3 } })
  expect(await bring()).toEqual({ ok: true, value: { slips: 10 } })
  expect(await db.select().from(slipBatches)).toEqual([{ roundId: round, unitId: 'U1', slips: 10, madeOn }])
  expect(slipsOf(ballotBox(), round)).toHaveLength(10)
  expect(codes.flatMap(code => [...filesHolding(code), ...filesHolding(inGroups(code))])).toEqual([])
  expect(await bring('U2', [...codes, ...Array.from({ length: 1 }, () => slipCode(randomBytes(10)))])).toEqual(
    refused('tooManySlips'),
  )
})

test('T23: whoever got a slip gets no token, and reads so', async () => {
  for (const person of ['A4', 'A5', 'A6', 'A7', 'A8'])
    expect(await giveSlip(round, person)).toEqual({ ok: true, value: 'first' })
  expect(await giveSlip(round, 'A4')).toEqual({ ok: true, value: 'again' })
  const { blinded } = await blindedToken(round, 'U1')
  expect(await issue('A4', round, blinded)).toEqual(refused('already_issued'))
  expect(await tokenErrands('A4')).toMatchObject([{ round, slip: true }])
  expect((await tokenErrands('A1'))[0]).not.toHaveProperty('slip')
  expect(await slipsIn(db, round, 'U1')).toEqual({ made: 10, handedOut: 5 })
})

test('T23: whoever drew a token gets no slip, and the list never shows who that is', async () => {
  const before = await listedIn(round, 'U1', '')
  await drawToken('A1', round, 'U1')
  expect(await listedIn(round, 'U1', '')).toEqual(before)
  expect(before.filter(({ hasSlip }) => hasSlip).map(({ id }) => id)).toEqual(['A4', 'A5', 'A6', 'A7', 'A8'])
  expect(await giveSlip(round, 'A1')).toEqual(refused('voteIssued'))
  expect(await giveSlip(round, 'B1')).toEqual(refused('noneLeft'))
  expect(await giveSlip(round, 'nobody')).toEqual(refused('notOnList'))
})

test('T23: a slip and a token asked for at once give one vote', async () => {
  await bring(
    'U2',
    Array.from({ length: 9 }, () => slipCode(randomBytes(10))),
  )
  for (const person of ['B1', 'B2', 'B3', 'B4']) {
    const { blinded } = await blindedToken(round, 'U2')
    const [slip, token] = await Promise.all([giveSlip(round, person), issue(person, round, blinded)])
    expect([slip.ok, token.ok].filter(Boolean)).toHaveLength(1)
    const rows = and(eq(issuances.roundId, round), eq(issuances.personId, person))
    expect(await db.select().from(issuances).where(rows)).toHaveLength(1)
  }
})

test('T23, control: a desk that keeps slips in another table than tokens gives two votes', async () => {
  const [slips, tokens] = [new Set<string>(), new Set<string>()]
  const careless = (table: Set<string>, person: string) => !table.has(person) && Boolean(table.add(person))
  expect([careless(slips, 'A4'), careless(tokens, 'A4')]).toEqual([true, true])
  const row = { roundId: round, personId: 'A4', blindedSha256: 'x' }
  await expect(transact(async tx => void (await tx.insert(issuances).values(row)))).rejects.toThrow()
})

test('once a card is in somebody’s hands, no new ones take its place', async () => {
  expect(await bring()).toEqual(refused('alreadyHandedOut'))
  expect(slipsOf(ballotBox(), round).filter(({ unit }) => unit === 'U1')).toHaveLength(10)
})

test('people are found by any part of their name, without accents and capitals', async () => {
  expect((await listedIn(round, 'U1', ' tèST ')).length).toBe(8)
  expect((await listedIn(round, 'U1', 'a3')).map(({ id }) => id)).toEqual(['A3'])
  expect(await listedIn(round, 'U1', 'zz')).toEqual([])
})

test('answers by slip are counted among all others, and leave neither words nor codes behind', async () => {
  await openedRound(round)
  const filled = ['A1', 'A2', 'A3'].map(person => ({ person, unit: 'U1', answer: 4 }))
  // A1 drew a token before; a new one is refused, so only the two others answer by token.
  expect(await castAll(round, filled.slice(1))).toEqual(['accepted', 'accepted'])
  const desk = openSlipDesk(ballotBox(), async ballot => writeGroup(ballotBox(), [ballot])[0]!)
  const { questions } = JSON.parse((await findRound(round))!.manifest!) as { questions: { id: string }[] }
  const a = Object.fromEntries(questions.map(({ id }) => [id, 4]))
  for (const code of codes.slice(0, 5))
    expect(await desk.cast(round, code, { v: 1, a, c: remark })).toMatchObject({ ok: true })
  const secrets = [remark, ...codes, ...codes.map(inGroups)]
  expect(secrets.flatMap(secret => filesHolding(secret))).toEqual([])
  await closeAndCount(round)
  const cells = await db.select().from(publishedCells).where(eq(publishedCells.roundId, round))
  expect(new Set(cells.map(({ n }) => n))).toEqual(new Set([7]))
  const totals = JSON.parse((await findRound(round))!.totals!) as { cells: { issued: number; ballots: number }[] }
  expect(totals.cells.every(({ issued, ballots }) => ballots <= issued)).toBe(true)
  expect(secrets.flatMap(secret => filesHolding(secret))).toEqual([])
  expect(slipsOf(ballotBox(), round)).toEqual([])
  await expect(slipRound('R99')).rejects.toMatchObject({ status: 404 })
})

test('control: the search finds a code and a remark as soon as one file holds them', () => {
  writeFileSync(join(config.dataDir, 'careless.log'), `${inGroups(codes[0]!)} ${remark}`)
  expect([filesHolding(inGroups(codes[0]!)).length, filesHolding(remark).length]).toEqual([1, 1])
})
