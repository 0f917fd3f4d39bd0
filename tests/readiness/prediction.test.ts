import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, engine, leadPredictions, rounds, transact } from '#db'
import { findResults } from '~/pulses/results/store.server'
import { findMirror } from '~/readiness/mirror/store.server'
import { readinessAsks } from '~/readiness/overview.server'
import { ownPrediction } from '~/readiness/prediction/store.server'
import * as door from '~/routes/app.readiness.expectation.$roundId'
import * as page from '~/routes/app.results.$roundId'
import * as csv from '~/routes/app.results.$roundId[.csv]'
import * as json from '~/routes/app.results.$roundId[.json]'
import { moveRounds } from '~/timetable.server'
import { filesWith, rowsOf } from '../ledger/forensics'
import { answerOf, asPersonIn, formPost } from '../people/cast'
import { plan } from '../pulses/round-trip'
import { draftedCheck, foundCheckHouse, publishedCheck } from './check-round'

const expected = { job_loss: 3, distrust: 7, ai_fails: 5, too_old: 0, unheard: 10 }
const typed = Object.fromEntries(Object.entries(expected).map(([barrier, ofTen]) => [barrier, `${ofTen}`]))
let check: string

beforeAll(async () => {
  await foundCheckHouse()
  check = await draftedCheck('check')
})

type Route = { loader: (args: never) => unknown }
const enter = (route: Route, personId: string, roundId = check) =>
  answerOf(async () => {
    const request = await asPersonIn(personId, '/app/somewhere')
    return route.loader({ request, params: { roundId }, context: {} } as never)
  })
const send = async (personId: string, values: Record<string, string> = typed, roundId = check) => {
  const request = await asPersonIn(personId, `/app/readiness/expectation/${roundId}`, formPost(values))
  return answerOf(() => door.action({ request, params: { roundId }, context: {} as never }))
}

test('a team lead is asked, says what they expect of each barrier, and may think again', async () => {
  const lead = { id: 'A1', roles: ['teamLead'] as ['teamLead'] }
  expect(await readinessAsks(lead)).toMatchObject([{ kind: 'expectation', round: { id: check } }])
  expect(await send('A1', { ...typed, unheard: '11' })).toMatchObject({ init: { status: 422 } })
  expect(await send('A1', { job_loss: '3' }), 'all five').toMatchObject({ init: { status: 422 } })
  expect(await send('A1', { ...typed, job_loss: '9' })).toMatchObject({ status: 302 })
  expect(await send('A1')).toMatchObject({ status: 302 })
  expect(await enter(door, 'A1')).toMatchObject({ expected })
  expect(await readinessAsks(lead)).toEqual([])
})

test('nobody else gets to it: not another lead, not management, not the administrator', async () => {
  expect(await enter(door, 'B2')).toMatchObject({ expected: undefined })
  for (const personId of ['B1', 'B3', 'A2', 'A3']) {
    expect(await enter(door, personId)).toMatchObject({ status: 403 })
    expect(await send(personId)).toMatchObject({ status: 403 })
  }
  expect(await enter(door, 'A1', 'R99')).toMatchObject({ status: 404 })
  expect(await send('A1', typed, 'R99')).toMatchObject({ status: 404 })
})

test('beside the result only the lead reads it, with the group of the own team; no file holds it', async () => {
  await publishedCheck(check)
  const own = (await enter(page, 'A1')) as { mirror: { own: unknown[] } }
  expect(own.mirror.own).toHaveLength(5)
  const { results } = (await findResults(check))!
  const mirror = (await findMirror(check, results, { id: 'A1' }))!
  expect(mirror.rows, 'this check had no mirror').toEqual([])
  expect(mirror.own?.find(({ barrier }) => barrier === 'unheard')).toMatchObject({
    labels: ['A'],
    staff: { count: [0, 3], n: 8 },
    expected: { ofTen: 10, fit: 'tooHigh' },
  })
  for (const personId of ['A3', 'B1', 'B2', 'A2']) {
    const seen = (await enter(page, personId)) as { mirror: object }
    expect(seen.mirror).not.toHaveProperty('own', expect.anything())
  }
  for (const route of [csv, json]) expect(await ((await enter(route, 'A1')) as Response).text()).not.toContain('fTen')
})

test('once staff can answer it is too late, and said so', async () => {
  expect(await enter(door, 'A1')).toMatchObject({ refused: 'expectationTooLate', expected })
  expect(await send('B2')).toMatchObject({ data: { refused: 'expectationTooLate' }, init: { status: 409 } })
})

test('it is deleted a year after its round, also when no other round follows, from the disk too; control: not a day sooner', async () => {
  const marker = 'merktekendrempel'
  const left = async () => (await db.select().from(leadPredictions)).length
  const file = async () => JSON.stringify(await rowsOf("select pg_relation_filenode('lead_predictions')"))
  await transact(async tx => {
    await tx.update(rounds).set({ closesOn: '2025-12-01' }).where(eq(rounds.id, check))
    await tx.insert(leadPredictions).values({ roundId: check, personId: 'A1', barrier: marker, ofTen: 1 })
  })
  const before = engine === 'postgres' && (await file())
  await moveRounds(new Date('2026-12-02T11:00:00Z'))
  expect(await left()).toBe(6)
  await moveRounds(new Date('2026-12-03T11:00:00Z'))
  expect(await left()).toBe(0)
  expect(filesWith(marker)).toEqual([])
  if (engine === 'postgres') expect(await file()).not.toBe(before)
  expect(await ownPrediction(check, { id: 'A1' })).toBeUndefined()
})

test('control: a pulse has nothing to expect', async () => {
  const days = { issuingFrom: '2027-01-11', opensOn: '2027-01-14', closesOn: '2027-01-21' }
  const pulse = await draftedCheck('pulse', { ...plan, ...days })
  expect(await send('A1', typed, pulse)).toMatchObject({ data: { refused: 'nothingToExpect' } })
  expect(await enter(door, 'A1', pulse)).toMatchObject({ status: 404 })
})
