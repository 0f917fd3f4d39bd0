import { beforeAll, expect, test } from 'vitest'
import { rounds, transact } from '#db'
import { roundOf } from '~/ballot-box/store.server'
import { ballotBox } from '~/pulses/ballot-box.server'
import { draftRound } from '~/pulses/drafting/store.server'
import { roundIdBytes, roundIdOf } from '~/pulses/round-id'
import { findRound } from '~/pulses/store.server'
import { foundHouse, issuingRound, plan, today } from './round-trip'

// An older backup knows nothing of the rounds after it. Their numbers come again there, while phones still hold tokens
// and receipts of the rounds that were forgotten, and the ballot box their manifests.

beforeAll(() => foundHouse({ A: 9 }))

/** Puts the house back to before any round, as an older backup does; the ballot box and the phones stay as they are. */
const putBack = () => transact(tx => tx.delete(rounds))

const drafted = async () => {
  const planned = await draftRound(plan, today)
  return planned.ok ? planned.value.id : ''
}

test('a round whose number comes again has a name of its own', async () => {
  const names = new Set<string>()
  for (let times = 0; times < 40; times++) {
    names.add(await drafted())
    await putBack()
  }
  expect(names.size).toBe(40)
  for (const name of names) expect(name).toMatch(/^R1-[0-9a-hjkmnp-tv-z]{5}$/)
})

test('so the ballot box takes it in beside the one that was forgotten', async () => {
  const forgotten = await issuingRound()
  const before = roundOf(ballotBox(), forgotten)!.manifestSha256
  // The round that came out of the backup is another row with the same number.
  await transact(tx => tx.update(rounds).set({ state: 'void', number: 0 }))
  const again = await issuingRound()
  expect([(await findRound(forgotten))!.number, (await findRound(again))!.number]).toEqual([0, 1])
  expect(roundOf(ballotBox(), again)!.manifestSha256).not.toBe(before)
  expect(roundOf(ballotBox(), forgotten)!.manifestSha256).toBe(before)
})

test('control: a name without chance comes again', () => {
  const none = new Uint8Array(roundIdBytes)
  expect(roundIdOf(4, none)).toBe('R4-00000')
  expect(roundIdOf(4, none)).toBe(roundIdOf(4, none))
  expect(roundIdOf(4, Uint8Array.of(1, 31, 32, 200, 255))).toBe('R4-1z08z')
})
