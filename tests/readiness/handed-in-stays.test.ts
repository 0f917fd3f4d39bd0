import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { selfChecks, transact } from '#db'
import { translatorOn } from '~/language/catalogues.server'
import { changeKind, roundKinds } from '~/pulses/drafting/rules'
import { changeDraft } from '~/pulses/drafting/store.server'
import { findRound } from '~/pulses/store.server'
import { findHandedIn } from '~/readiness/self-check/store.server'
import { plan, today } from '../pulses/round-trip'
import { draftedCheck, foundCheckHouse, handIn, writeEverything } from './check-round'

// Whoever plans rounds turns a check into a pulse after management handed in, and back again.

let round = ''
beforeAll(async () => {
  await foundCheckHouse()
  round = await draftedCheck('checkWithMirror')
  await writeEverything(round)
})

const change = (asks?: 'pulse' | 'check' | 'checkWithMirror', days = plan) =>
  changeDraft(round, { ...days, asks }, today)

test('control: as long as nothing is handed in, a round may ask something else', async () => {
  for (const asks of ['check', 'pulse', 'checkWithMirror'] as const)
    expect(await change(asks)).toMatchObject({ ok: true })
})

test('once management handed in, the round asks the same for good; its days may still move', async () => {
  expect(await handIn(round)).toMatchObject({ ok: true })
  for (const asks of ['check', 'pulse', undefined] as const)
    expect(await change(asks)).toEqual({ ok: false, because: 'selfCheckHandedIn' })
  expect(await findRound(round)).toMatchObject({ asks: 'checkWithMirror', closesOn: plan.closesOn })
  expect(await change('checkWithMirror', { ...plan, closesOn: '2026-12-03' })).toMatchObject({ ok: true })
  expect(await findRound(round)).toMatchObject({ closesOn: '2026-12-03' })
  expect((await findHandedIn(round))!.seal.isWhole).toBe(true)
})

test('control: it is the handing in that keeps it so', async () => {
  await transact(tx => tx.delete(selfChecks).where(eq(selfChecks.roundId, round)))
  expect(await change('pulse')).toMatchObject({ ok: true })
})

test('no kind becomes another one, and each stays itself', () => {
  for (const asks of roundKinds)
    for (const wished of roundKinds)
      expect(changeKind({ asks, isHandedIn: true }, wished).ok, `${asks} to ${wished}`).toBe(asks === wished)
})

test('who hands in reads when it becomes public: at the count, not with a result that is read later', () => {
  const wordsOf = (t: ReturnType<typeof translatorOn>) =>
    [
      t('readiness.selfCheck.withResult'),
      t('readiness.selfCheck.handedIn'),
      t('readiness.index.handedInBefore'),
    ] as const
  for (const words of wordsOf(translatorOn('nl'))) expect(words).toContain('zodra de ronde is geteld')
  for (const words of wordsOf(translatorOn('en'))) expect(words).toContain('as soon as the round is counted')
  for (const words of wordsOf(translatorOn('fr'))) expect(words).toMatch(/dès que la vague (est|sera) comptée/)
  expect(translatorOn('nl')('readiness.selfCheck.withResult')).toContain('ook als de OR de uitslag eerst leest')
})
