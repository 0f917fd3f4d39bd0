import { randomBytes } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { writeGroup } from '~/ballot-box/group-commit.server'
import { openSlipDesk } from '~/ballot-box/slips/casting.server'
import { usedSlipsPerUnit } from '~/ballot-box/slips/count.server'
import { slipCode, slipHash } from '~/ballot-box/slips/slip-code'
import { ballotBox, closeBallotBox } from '~/pulses/ballot-box.server'
import { impossibleIn } from '~/pulses/checks/rules'
import { closeAndCount } from '~/pulses/closing.server'
import { slipsOver } from '~/pulses/published'
import { findResults } from '~/pulses/results/store.server'
import { roundInFull } from '~/pulses/rounds/store.server'
import { giveSlip } from '~/pulses/slips/hand-out.server'
import { bringSlips } from '~/pulses/slips/store.server'
import { findRound, recordResponse } from '~/pulses/store.server'
import { foundHouse, issuingRound, openedRound } from '../round-trip'

const tree = { id: 'org', label: 'org', children: [] }
const per = (counts: Record<string, number>) => new Map(Object.entries(counts))

test('slips that were used are held against those handed out, unit by unit', () => {
  expect(slipsOver({ used: per({ U1: 3, U2: 1 }), handedOut: per({ U1: 3, U2: 4 }) })).toBe(0)
  expect(slipsOver({ used: per({ U1: 5, U3: 1 }), handedOut: per({ U1: 3, U2: 4 }) })).toBe(3)
})

test('control: a check of the sum alone would miss a unit that another one makes up for', () => {
  const [used, handedOut] = [per({ U1: 5, U2: 0 }), per({ U1: 3, U2: 4 })]
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((total, one) => total + one, 0)
  expect(sum(used) <= sum(handedOut)).toBe(true)
  expect(slipsOver({ used, handedOut })).toBe(2)
})

test('nothing is said as long as no slip is over, and no group is named when one is', () => {
  expect(impossibleIn({ cells: [] }, tree)).toEqual([])
  expect(impossibleIn({ cells: [], slipsOver: 2 }, tree)).toEqual([
    { fault: 'moreSlipsThanHandedOut', labels: [], count: 2 },
  ])
})

beforeAll(async () => {
  await foundHouse({ A: 9 })
  return closeBallotBox
})

/** Runs a round in which so many people got a slip, and so many slips were used. */
async function roundWith(handedOut: number, used: number) {
  const round = await issuingRound()
  const codes = Array.from({ length: 10 }, () => slipCode(randomBytes(10)))
  const hashes = await Promise.all(codes.map(code => slipHash(round, code)))
  expect(await bringSlips({ roundId: round, unitId: 'U1', hashes, madeOn: '2026-11-24' })).toMatchObject({ ok: true })
  for (let nth = 1; nth <= handedOut; nth++)
    expect(await giveSlip(round, `A${nth}`)).toMatchObject({ ok: true, value: 'first' })
  await openedRound(round)
  const desk = openSlipDesk(ballotBox(), async ballot => writeGroup(ballotBox(), [ballot])[0]!)
  for (const code of codes.slice(0, used)) await desk.cast(round, code, { v: 1, a: {}, c: '' })
  expect(await desk.cast(round, codes[0]!, { v: 1, a: {}, c: '' })).toMatchObject({ ok: false })
  return round
}

test('a maker who uses slips that nobody was given is seen in red, and the box forgets its count', async () => {
  const round = await roundWith(7, 9)
  expect([...usedSlipsPerUnit(ballotBox(), round)]).toEqual([['U1', 9]])
  await closeAndCount(round)
  const over = { fault: 'moreSlipsThanHandedOut', labels: [], count: 2 }
  expect((await findResults(round))?.impossible).toContainEqual(over)
  expect((await roundInFull(round, 'nl', '2026-12-07'))?.impossible).toContainEqual(over)
  expect(usedSlipsPerUnit(ballotBox(), round).size).toBe(0)
  await recordResponse(round, { heard: 'h', willDo: 'w', willNotDo: 'n' }, new Date())
})

test('control: where each slip was handed out, nothing is red and the totals tell nothing of slips', async () => {
  const round = await roundWith(8, 8)
  await closeAndCount(round)
  expect((await findResults(round))?.impossible).toEqual([])
  expect((await findRound(round))!.totals).not.toContain('lip')
})
