import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { db, teams, teamTalks, transact } from '#db'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { closeAndCount, endAsVoid } from '~/pulses/closing.server'
import { resultsCsv, resultsJson } from '~/pulses/results/files/export'
import { measurementsOf } from '~/pulses/results/over-time/past.server'
import { findPublished, findResults } from '~/pulses/results/store.server'
import { roundInFull } from '~/pulses/rounds/store.server'
import { answerRound, castAll, foundHouse, issuingRound, manifestFor, openedRound, peopleOf } from './round-trip'

const house = { A: 9, B: 12 }
const after = new Date('2026-12-05T10:00:00Z')

beforeAll(async () => {
  await foundHouse(house)
  return closeBallotBox
})

let nth = 0
async function held(state: 'held' | 'planned' = 'held') {
  const [team] = await db.select().from(teams)
  const facts = { id: `talk${++nth}`, teamId: team!.id, leadId: peopleOf(house)[0]!, version: 1, state }
  const heldOn = state === 'held' ? '2026-11-19' : null
  const none = { guideSlug: null, roundId: null, askedInRoundId: null }
  await transact(tx => tx.insert(teamTalks).values({ ...facts, heldOn, plannedFor: after, ...none }))
}
const askedIn = async (round: string) => (await manifestFor(round)).questions.map(({ id }) => id)
const roundsAsking = async () => (await db.select().from(teamTalks)).map(talk => talk.askedInRoundId)

test('a round asks nothing about talks while none was held', async () => {
  await held('planned')
  const round = await issuingRound()
  expect(await askedIn(round)).not.toContain('T01')
  expect(await roundsAsking()).toEqual([null])
  await endAsVoid(round, 'mistake', after)
})

test('a void round has asked nothing; the next one asks everybody, and the one after it no more', async () => {
  await held()
  const spoilt = await issuingRound()
  expect(await askedIn(spoilt)).toContain('T01')
  await endAsVoid(spoilt, 'mistake', after)
  const round = await issuingRound()
  expect(await askedIn(round)).toContain('T01')
  expect((await roundInFull(round, 'nl', '2026-11-20'))!.questions.at(-1)).toContain('eerlijk')
  expect(await roundsAsking()).toEqual([null, round])
  await openedRound(round)
  const unitOf = (person: string) => (person.startsWith('A') ? 'U1' : 'U2')
  await castAll(
    round,
    peopleOf(house).map((person, place) => ({ person, unit: unitOf(person), answer: place % 5 === 0 ? 2 : 4 })),
  )
  await closeAndCount(round, undefined, after)
  await answerRound(round)
  const next = await issuingRound()
  expect(await askedIn(next)).not.toContain('T01')
  await endAsVoid(next, 'mistake', after)
  await asPublished(round)
})

/** It is a question like all others: in bounds, of groups, in every file and over time. */
async function asPublished(round: string) {
  const item = (await findResults(round))!.results.items.find(one => one.id === 'T01')!
  expect(item).toMatchObject({ kind: 'agree5', figure: { n: 21 } })
  expect(item.cells.map(({ n }) => n)).toEqual([9, 12])
  const published = (await findPublished(round))!
  const rows = parse(resultsCsv(round, published, 'nl'), { bom: true }) as string[][]
  expect(rows.filter(row => row[1] === 'T01')).toHaveLength(2)
  expect(resultsJson(round, published)).toContain('"T01"')
  expect(await measurementsOf('T01')).toHaveLength(1)
}
