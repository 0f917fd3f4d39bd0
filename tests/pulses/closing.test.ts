import { createHash } from 'node:crypto'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db, issuances, publishedCells, publishedComments, rounds, transact, unitMembers } from '#db'
import { ballotsOf, roundOf } from '~/ballot-box/store.server'
import { receiptOf } from '~/ballot-box/token'
import { config } from '~/config.server'
import { ballotBox, closeBallotBox } from '~/pulses/ballot-box.server'
import { closeAndCount, endAsVoid } from '~/pulses/closing.server'
import { type ClosingStep, closingSteps } from '~/pulses/rules'
import { findRound } from '~/pulses/store.server'
import { answerRound, castAll, filesHolding, foundHouse, issuingRound, openedRound, peopleOf } from './round-trip'

const canary = 'kanarie-die-niemand-mag-horen'
const teams = { A: 8, B: 12 }
const keysOf = (round: string) => join(config.dataDir, 'keys', round)

beforeAll(async () => {
  await foundHouse(teams)
  return closeBallotBox
})

/** A round in which everybody of both teams has answered and team A wrote the canary. */
async function fullRound() {
  const round = await issuingRound()
  await openedRound(round)
  const filled = peopleOf(teams).map((person, place) => ({
    person,
    unit: person.startsWith('A') ? 'U1' : 'U2',
    answer: (place % 5) + 1,
    comment: person.startsWith('A') ? canary : '',
  }))
  expect(await castAll(round, filled)).toEqual(filled.map(() => 'accepted'))
  const receipts = await Promise.all([...ballotsOf(ballotBox(), round)].map(({ sealed }) => receiptOf(sealed)))
  return { round, receipts: receipts.sort() }
}

async function expectNothingLeft(round: string, receipts: string[]) {
  const row = (await findRound(round))!
  const list = roundOf(ballotBox(), round)!.receipts!
  expect(row.state).toBe('published')
  expect(list).toBe(receipts.map(receipt => `${receipt}\n`).join(''))
  expect(row.receiptsSha256).toBe(createHash('sha256').update(list).digest('base64url'))
  expect([...ballotsOf(ballotBox(), round)]).toEqual([])
  expect(existsSync(keysOf(round))).toBe(false)
  for (const table of [issuances, unitMembers])
    expect(await db.select().from(table).where(eq(table.roundId, round))).toEqual([])
  const cells = await db.select().from(publishedCells).where(eq(publishedCells.roundId, round))
  expect(cells.map(({ cellId, n }) => `${cellId} ${n}`).sort()).toEqual([
    ...Array(4).fill('U1 8'),
    ...Array(4).fill('U2 12'),
  ])
  expect(filesHolding(canary)).toEqual([])
}

test('control: the search for plaintext finds it as soon as one file holds it', () => {
  const careless = join(config.dataDir, 'careless-ballot.json')
  writeFileSync(careless, JSON.stringify({ a: {}, c: canary }))
  expect(filesHolding(canary)).toEqual([careless])
  rmSync(careless)
})

describe('T21: a closing that falls after any of its steps', () => {
  for (const step of closingSteps) {
    test(`goes on after ${step} and leaves the same, with no plaintext on disk at any moment`, async () => {
      const { round, receipts } = await fullRound()
      const seen: ClosingStep[] = []
      const fallAfter = (done: ClosingStep) => {
        seen.push(done)
        expect(filesHolding(canary)).toEqual([])
        if (done === step) throw new Error('the power went out')
      }
      await expect(closeAndCount(round, fallAfter)).rejects.toThrow('the power went out')
      expect((await findRound(round))!.state).toBe('closed')
      expect(await closeAndCount(round, done => void seen.push(done))).toEqual({ ok: true, value: 'closed' })
      expect(seen).toEqual([...closingSteps])
      await expectNothingLeft(round, receipts)
      await answerRound(round)
    })
  }
})

test('pressing twice at once is closing once', async () => {
  const { round, receipts } = await fullRound()
  const seen: ClosingStep[] = []
  const note = (step: ClosingStep) => void seen.push(step)
  await Promise.all([closeAndCount(round, note), closeAndCount(round, note)])
  expect(seen).toEqual([...closingSteps])
  await expectNothingLeft(round, receipts)
  await answerRound(round)
})

test('a second process that thinks nothing is done yet changes nothing', async () => {
  const { round, receipts } = await fullRound()
  const rewind = (closingStep: ClosingStep | null) =>
    transact(tx => tx.update(rounds).set({ closingStep }).where(eq(rounds.id, round)))
  await closeAndCount(round, step => {
    if (step === 'emptied') throw new Error('the first process stops here')
  }).catch(() => {})
  await rewind('counted')
  await closeAndCount(round)
  await expectNothingLeft(round, receipts)
  expect(await closeAndCount(round)).toEqual({ ok: false, because: 'wrongState' })
  await answerRound(round)
})

test('a round whose box key is lost is void: no figures, and nothing of it remains', async () => {
  const { round } = await fullRound()
  rmSync(join(keysOf(round), 'ballot-box.p8'))
  expect(await closeAndCount(round)).toEqual({ ok: false, because: 'boxKeyLost' })
  expect(await findRound(round)).toMatchObject({ state: 'void', voidReason: 'boxKeyLost' })
  expect(roundOf(ballotBox(), round)).toMatchObject({ state: 'void', receipts: '' })
  expect(existsSync(keysOf(round))).toBe(false)
  expect(await db.select().from(issuances).where(eq(issuances.roundId, round))).toEqual([])
  expect(await db.select().from(publishedCells).where(eq(publishedCells.roundId, round))).toEqual([])
})

test('a round whose ballot box is gone is void instead of counted as if nobody had answered', async () => {
  const { round } = await fullRound()
  for (const table of ['ballot', 'box_unit', 'box_round']) ballotBox().prepare(`delete from ${table}`).run()
  expect(await closeAndCount(round)).toEqual({ ok: false, because: 'boxLost' })
  expect(await findRound(round)).toMatchObject({ state: 'void', voidReason: 'boxLost' })
  expect(existsSync(keysOf(round))).toBe(false)
})

test('once people cannot answer any more nobody takes a result back', async () => {
  const { round } = await fullRound()
  await closeAndCount(round, step => {
    if (step === 'counted') throw new Error('between counting and publishing')
  }).catch(() => {})
  for (const reason of ['mistake', 'boxKeyLost'] as const)
    expect(await endAsVoid(round, reason)).toEqual({ ok: false, because: 'wrongState' })
  await closeAndCount(round)
  expect(await endAsVoid(round, 'mistake')).toEqual({ ok: false, because: 'wrongState' })
  await answerRound(round)
})

test('comments of fewer than ten people were published nowhere', async () => {
  expect(await db.select().from(publishedComments)).toEqual([])
})
