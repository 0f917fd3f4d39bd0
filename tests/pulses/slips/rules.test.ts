import { expect, test } from 'vitest'
import { roles } from '~/people/rules'
import type { RoundState } from '~/pulses/rules'
import { handOut, keepsSlips, makeSlips, slipMark } from '~/pulses/slips/rules'

const round = (state: RoundState, awaitsWitness = false) => ({ state, awaitsWitness })
const facts = { isListed: true, earlier: undefined, made: 3, handedOut: 0 }
const refused = (because: string) => ({ ok: false, because })

test('the works council keeps the slips; whoever runs the machine only where there is no council', () => {
  const keepers = (hasCouncil: boolean) => roles.filter(role => keepsSlips({ roles: [role] }, hasCouncil))
  expect(keepers(true)).toEqual(['worksCouncil'])
  expect(keepers(false)).toEqual(['worksCouncil', 'platformAdmin'])
  expect(keepsSlips({ roles: ['agent', 'platformAdmin'] }, true)).toBe(false)
})

test('slips are made before anybody answers, and not once one of them is in somebody’s hands', () => {
  expect(makeSlips(round('issuing'), 0)).toEqual({ ok: true, value: 'made' })
  expect(makeSlips(round('issuing'), 1)).toEqual(refused('alreadyHandedOut'))
  for (const state of ['draft', 'open', 'closed', 'published', 'void'] as const)
    expect(makeSlips(round(state), 0)).toEqual(refused('notIssuing'))
  expect(makeSlips(undefined, 0)).toEqual(refused('noSuchRound'))
})

test('T23: one vote per person: no slip for who drew a token, and the same slip twice is one', () => {
  expect(handOut(round('issuing'), facts)).toEqual({ ok: true, value: 'first' })
  expect(handOut(round('open'), facts)).toEqual({ ok: true, value: 'first' })
  expect(handOut(round('open'), { ...facts, earlier: { blindedSha256: 'x'.repeat(43) } })).toEqual(
    refused('voteIssued'),
  )
  expect(handOut(round('open'), { ...facts, earlier: { blindedSha256: slipMark } })).toEqual({
    ok: true,
    value: 'again',
  })
})

test('nobody gets a slip outside the round, before its witness, off the list, or when all are gone', () => {
  for (const state of ['draft', 'closed', 'published', 'void'] as const)
    expect(handOut(round(state), facts)).toEqual(refused('notRunning'))
  expect(handOut(undefined, facts)).toEqual(refused('noSuchRound'))
  expect(handOut(round('issuing', true), facts)).toEqual(refused('awaitingWitness'))
  expect(handOut(round('open'), { ...facts, isListed: false })).toEqual(refused('notOnList'))
  expect(handOut(round('open'), { ...facts, handedOut: 3 })).toEqual(refused('noneLeft'))
})
