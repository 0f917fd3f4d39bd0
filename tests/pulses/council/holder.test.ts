import { beforeAll, expect, test } from 'vitest'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { makeCouncilKey } from '~/pulses/council/key.client'
import { findHeldKeys, recordHeldKeys } from '~/pulses/council/store.server'
import { changeDraft } from '~/pulses/drafting/store.server'
import { findRound } from '~/pulses/store.server'
import { foundHouse, plan, today } from '../round-trip'
import { councilDraft, passphrase } from './round'

// Whoever plans rounds takes the key of the works council away, and puts it back with a key of their own.

let round = ''
beforeAll(async () => {
  await foundHouse({ A: 9, B: 12 })
  round = await councilDraft()
  return closeBallotBox
})

test('control: as long as the council made no key, the choice is open', async () => {
  expect(await changeDraft(round, { ...plan, councilHolds: false }, today)).toMatchObject({ ok: true })
  expect(await findRound(round)).toMatchObject({ isCouncilHeld: false })
  expect(await changeDraft(round, { ...plan, councilHolds: true }, today)).toMatchObject({ ok: true })
})

test('once the council made its key the round stays with it, and the key too', async () => {
  const made = await makeCouncilKey(round, passphrase)
  expect(await recordHeldKeys(made, today)).toMatchObject({ ok: true })
  const unticked = await changeDraft(round, { ...plan, closesOn: '2026-12-03', councilHolds: false }, today)
  expect(unticked).toEqual({ ok: false, because: 'councilHoldsKey' })
  expect(await changeDraft(round, { ...plan, councilHolds: true }, today)).toMatchObject({ ok: true })
  expect(await findRound(round)).toMatchObject({ isCouncilHeld: true, closesOn: plan.closesOn })
  expect((await findHeldKeys(round))!.signingKey).toBe(made.signingKey)
})
