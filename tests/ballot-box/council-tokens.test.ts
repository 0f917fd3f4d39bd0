import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyToken } from '~/ballot-box/blind-signing.server'
import { ballotsWithTokens, keepTokensOf } from '~/ballot-box/council-tokens.server'
import { openIntake } from '~/ballot-box/intake.server'
import { announceRound, openBox, purgeRound, setRoundState } from '~/ballot-box/store.server'
import { freshFolder, makeCast, makeRound, makeToken } from './round'

const [held, standard] = [await makeRound('R1'), await makeRound('R2')]
const box = openBox(join(freshFolder(), 'box.db'))
for (const { bytes } of [held, standard]) announceRound(box, bytes, 'open')
keepTokensOf(box, 'R1')
keepTokensOf(box, 'R1')
const intake = openIntake(box)
const tokensKept = () => box.prepare('select round_id from ballot_token').pluck().all()

test('the box keeps the token beside a ballot where the works council checks it, and nowhere else', async () => {
  for (const [id, round] of [['R1', held] as const, ['R2', standard] as const]) {
    const answer = await intake.cast(id, Buffer.from(await makeCast(round, await makeToken(round))))
    expect(answer.status).toBe(201)
  }
  expect(tokensKept()).toEqual(['R1'])
  const [ballot] = ballotsWithTokens(box, 'R1')
  const [other] = ballotsWithTokens(box, 'R2')
  expect(verifyToken(held.issueKeys.get(ballot!.unit)!.publicKey, ballot!.input!, ballot!.signature!)).toBe(true)
  expect(other).toMatchObject({ input: null, signature: null })
})

test('the tokens go with the ballots', () => {
  setRoundState(box, 'R1', 'closed')
  purgeRound(box, 'R1', [])
  expect(tokensKept()).toEqual([])
})
