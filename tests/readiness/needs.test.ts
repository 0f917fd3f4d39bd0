import type { LoaderFunctionArgs } from '@remix-run/node'
import { barriers } from 'surveys/five-barriers/v1'
import { beforeAll, expect, test } from 'vitest'
import { guidesAbout } from '~/conversations/guides/rules'
import type { ItemResult } from '~/pulses/results/rules'
import { moodCards, voiceCards, voices } from '~/readiness/cards/rules'
import { hasCriterion, highestFirst, highestIn, needs, promiseAbout } from '~/readiness/needs/rules'
import * as newPromise from '~/routes/app.promises.new'
import { asPersonIn, foundOrganisation, hire } from '../people/cast'

beforeAll(async () => {
  await foundOrganisation()
  await hire('director@v.nl', ['executive'])
})

test('every barrier leads to the guides of the design, and two of them to a condition before go-live', () => {
  expect(barriers.map(one => guidesAbout(one).map(({ number }) => number))).toEqual([
    [1, 10],
    [2, 8],
    [3, 9],
    [4, 10],
    [5, 7, 9],
  ])
  expect(barriers.filter(hasCriterion)).toEqual(['ai_fails', 'unheard'])
  expect(barriers.every(one => needs[one].steps.length > 1)).toBe(true)
})

test('the highest barriers come first, and none is lost or told twice', () => {
  expect(highestFirst([])).toEqual(barriers)
  const shown = highestFirst(['unheard', 'distrust'])
  expect(shown.slice(0, 2)).toEqual(['unheard', 'distrust'])
  expect([...shown].sort()).toEqual([...barriers].sort())
})

/** Opens the form for a promise at an address, as a director. */
async function startedAt(address: string) {
  const args = { request: await asPersonIn('director', address), params: {}, context: {} }
  return (await newPromise.loader(args as unknown as LoaderFunctionArgs)).said
}

test('a promise starts with the barrier filled in; a word that is no barrier is left out', async () => {
  for (const barrier of barriers) expect(await startedAt(promiseAbout(barrier))).toMatchObject({ barrier })
  expect((await startedAt('/app/promises/new?barrier=age')).barrier).toBeUndefined()
  expect((await startedAt('/app/promises/new')).barrier).toBeUndefined()
})

test('the cards show the figures of the whitepaper, the rest included', () => {
  expect(moodCards.map(card => card.sharePercent)).toEqual([48, 40, 12])
  expect(voiceCards.map(card => card.sharePercent)).toEqual([25, 30, 18, 12, 10, 5])
  expect(voiceCards.flatMap(card => (card.of === 'voice' ? card.name : []))).toEqual(voices)
  for (const cards of [moodCards, voiceCards])
    expect(
      cards.reduce((sum, card) => sum + card.sharePercent, 0),
      'of all reactions',
    ).toBe(100)
})

/** A figure of 100 people of whom so many meet a high barrier. */
const barrier = (id: string, high: number): ItemResult => ({
  ...({} as ItemResult),
  id,
  kind: 'barrier',
  figure: { n: 100, favourable: [0, 0], unfavourable: [high, high] },
})

test('what people need opens at the barriers that stand highest, and stays away where no check was asked', () => {
  const others = ['distrust', 'ai_fails', 'too_old'].map(id => barrier(id, 5))
  expect(highestIn([...others, barrier('job_loss', 80), barrier('unheard', 10)])).toEqual(['job_loss'])
  expect(highestIn([...others, barrier('job_loss', 80), barrier('unheard', 79)])).toEqual(
    expect.arrayContaining(['job_loss', 'unheard']),
  )
  expect(highestIn([{ ...barrier('P01', 80), kind: 'agree5' }])).toBeUndefined()
})
