import { createHash } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, personRoles, publishedCells, publishedComments, rounds, transact } from '#db'
import { closeAndCount } from '~/pulses/closing.server'
import { homeAsks, publicOverview } from '~/pulses/overview.server'
import { findResults } from '~/pulses/results/store.server'
import { recordResponse } from '~/pulses/store.server'
import * as list from '~/routes/app.results._index'
import * as page from '~/routes/app.results.$roundId'
import * as csv from '~/routes/app.results.$roundId[.csv]'
import * as json from '~/routes/app.results.$roundId[.json]'
import * as respond from '~/routes/app.rounds.$roundId.response'
import { answerOf, asPersonIn, formPost } from '../people/cast'
import { castAll, foundHouse, issuingRound, openedRound } from './round-trip'

const said = { heard: 'Te weinig tijd.', willDo: 'Meer mensen.', willNotDo: 'Minder bellen, omdat …' }
let roundId: string
let before: Record<string, unknown>

beforeAll(async () => {
  await foundHouse({ A: 9, B: 9 })
  await transact(tx => tx.insert(personRoles).values({ personId: 'B1', role: 'executive' }))
  roundId = await issuingRound()
  const filled = [1, 2, 3, 4, 5, 6, 7, 8].flatMap(nth => [
    { person: `A${nth}`, unit: 'U1', answer: 4, comment: nth < 7 ? `Meer tijd ${nth}` : '' },
    { person: `B${nth}`, unit: 'U2', answer: 1, comment: nth < 6 ? `Minder haast ${nth}` : '' },
  ])
  await openedRound(roundId)
  await castAll(roundId, filled)
  before = await everyDoor()
  await closeAndCount(roundId)
})

type Door = { loader: (args: LoaderFunctionArgs) => unknown }
const enter = async (door: Door, path = '', personId = 'A1', id = roundId) =>
  answerOf(async () => {
    const request = await asPersonIn(personId, `/app/results/${id}${path}`)
    return door.loader({ request, params: { roundId: id }, context: {} as never })
  })
const everyDoor = async () => ({
  page: await enter(page),
  csv: await enter(csv, '.csv'),
  json: await enter(json, '.json'),
  list: await enter(list),
})
const textFrom = async (door: Door, path: string) => ((await enter(door, path)) as Response).text()

test('before a round is published there is nothing: no page, no file, no line in the list', () => {
  expect(before).toMatchObject({
    page: { status: 404 },
    csv: { status: 404 },
    json: { status: 404 },
    list: { rounds: [] },
  })
})

test('a round that is counted but not yet published does not exist either', async () => {
  const inState = (state: 'closed' | 'published') =>
    transact(tx => tx.update(rounds).set({ state }).where(eq(rounds.id, roundId)))
  await inState('closed')
  expect(await db.select().from(publishedCells)).not.toEqual([])
  expect(await everyDoor()).toMatchObject({ page: { status: 404 }, csv: { status: 404 }, json: { status: 404 } })
  await inState('published')
  expect(await enter(page)).toMatchObject({ round: { id: roundId } })
  expect(await enter(page, '', 'A1', 'R99')).toMatchObject({ status: 404 })
})

/** All numbers of a figure that stand anywhere in an answer; a loader that adds a count of its own adds one. */
const countsIn = (answer: unknown): unknown[] => {
  if (typeof answer !== 'object' || answer === null) return typeof answer === 'number' ? [answer] : []
  return Object.values(answer).flatMap(countsIn)
}

test('the page and both files hold the published figures, and no other count', async () => {
  const cells = await db.select().from(publishedCells)
  const rows = parse(await textFrom(csv, '.csv'), { bom: true, columns: true }) as Record<string, string>[]
  expect(rows.map(row => [row.cell, row.question, Number(row.answers)]).sort()).toEqual(
    cells.map(({ cellId, itemId, n }) => [cellId, itemId, n]).sort(),
  )
  const { figures } = JSON.parse(await textFrom(json, '.json'))
  expect(figures).toHaveLength(cells.length)
  const { results } = (await findResults(roundId))!
  const published = new Set(
    cells.flatMap(({ roundId: _, cellId: __, itemId: ___, ...counts }) => Object.values(counts)),
  )
  const sums = new Set([...published].flatMap(one => [...published].map(other => one + other)))
  const strangers = (items: unknown) =>
    countsIn(items).filter(number => !published.has(number as number) && !sums.has(number as number))
  expect(strangers(results.items)).toEqual([])
  expect(strangers([...results.items, { rawFavourable: 41 }]), 'control: a raw count is caught').toEqual([41])
})

test('the JSON file is exactly what its announced hash was taken of', async () => {
  const [round] = await db.select().from(rounds).where(eq(rounds.id, roundId))
  const hash = createHash('sha256').update(await textFrom(json, '.json'))
  expect(hash.copy().digest('base64url')).toBe(round!.resultsSha256)
  const { proof } = (await findResults(roundId))!
  expect(proof.figuresSha256).toBe(hash.digest('hex'))
})

test('comments stand under the departments they come from, in the order of their random ids', async () => {
  const { comments } = (await findResults(roundId))!
  const stored = await db.select().from(publishedComments)
  expect(comments.groups).toHaveLength(1)
  expect(comments.groups[0]!.labels).toEqual(['Voorbeeld'])
  const byId = [...stored].sort((one, other) => (one.id < other.id ? -1 : 1))
  expect(comments.groups[0]!.comments.map(({ body }) => body)).toEqual(byId.map(({ body }) => body))
  expect(stored).toHaveLength(11)
})

const send = async (values: Record<string, string>, personId = 'B1', id = roundId) => {
  const request = await asPersonIn(personId, `/app/rounds/${id}/response`, formPost(values))
  return answerOf(() => respond.action({ request, params: { roundId: id }, context: {} as never }))
}

test('what was typed comes back: with a problem, as a preview, and when it is too late', async () => {
  expect(await send({ ...said, willDo: '  ' })).toMatchObject({
    data: { step: 'write', failed: { problems: { willDo: 'required' }, values: { heard: said.heard } } },
    init: { status: 422 },
  })
  expect(await send({ ...said, step: 'preview' })).toMatchObject({ data: { step: 'preview', said } })
  expect((await findResults(roundId))!.response, 'a preview publishes nothing').toBeUndefined()
  expect(await homeAsks({ id: 'B1', roles: ['executive'] } as never)).toContainEqual({
    kind: 'responseMissing',
    round: { id: roundId, number: 1 },
  })
})

test('fifty who press at once publish one answer; it stands on top of the result and on the front page', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, nth) => recordResponse(roundId, { ...said, heard: `${nth}` }, new Date())),
  )
  expect(answers.filter(answer => answer.ok)).toHaveLength(1)
  const tooLate = await send({ ...said, step: 'publish' })
  expect(tooLate).toMatchObject({ data: { said, refused: 'alreadyAnswered' }, init: { status: 409 } })
  const { response } = (await findResults(roundId))!
  const { heard, willDo, willNotDo } = response!
  const again = await send({ heard, willDo, willNotDo, step: 'publish' })
  expect(again, 'the same words sent twice do no harm').toMatchObject({ status: 302 })
  expect((await publicOverview()).responses).toEqual([{ roundNumber: 1, ...response }])
  expect(await enter(list)).toMatchObject({ rounds: [{ id: roundId, hasResponse: true }] })
})

test('a round without a result cannot be answered, and one that does not exist is not found', async () => {
  await transact(tx => tx.update(rounds).set({ state: 'open' }).where(eq(rounds.id, roundId)))
  expect(await send({ ...said, step: 'publish' })).toMatchObject({ data: { refused: 'notPublished' } })
  expect(await send({ ...said, step: 'publish' }, 'B1', 'R99')).toMatchObject({ status: 404 })
})
