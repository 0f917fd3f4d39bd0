import type { LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, embargoes, transact } from '#db'
import { closeAndCount } from '~/pulses/closing.server'
import { measurementsOf } from '~/pulses/results/over-time/past.server'
import { findResults } from '~/pulses/results/store.server'
import * as trendDoor from '~/routes/app.results.trend.$figure'
import { answerOf, asPersonIn } from '../people/cast'
import { answerRound, castAll, foundHouse, issuingRound, openedRound, peopleOf } from './round-trip'

const sizes = { A: 14, B: 14 }
let [first, second] = ['', '']

/** A whole round in which everybody but two in each team gives this answer. */
async function round(answer: number) {
  const id = await issuingRound()
  await openedRound(id)
  const present = peopleOf(sizes).filter(person => !/1[34]/.test(person))
  await castAll(
    id,
    present.map(person => ({ person, unit: person.startsWith('A') ? 'U1' : 'U2', answer })),
  )
  await closeAndCount(id)
  await answerRound(id)
  return id
}

beforeAll(async () => {
  await foundHouse(sizes)
  first = await round(1)
  second = await round(5)
})

const changeOf = async (id: string) => (await findResults(id))!.results.items.find(item => item.id === 'P01')!
const seeTrend = (figure: string) =>
  answerOf(async () =>
    trendDoor.loader({
      request: await asPersonIn('A1', `/app/results/trend/${figure}`),
      params: { figure },
      context: {} as never,
    } as LoaderFunctionArgs),
  )

test('a figure says how it went since the round before, for everyone and for each team', async () => {
  const { figure, change, cells } = await changeOf(second)
  expect(figure).toMatchObject({ n: 24, favourable: [18, 24] })
  expect(change).toEqual({ kind: 'clear', direction: 'rise', since: 1 })
  expect(cells.map(cell => cell.change)).toEqual([change, change])
  expect((await changeOf(first)).change, 'later rounds change nothing of an earlier page').toEqual({ kind: 'first' })
})

test('what the works council still reads first is in no comparison and in no trend', async () => {
  await transact(tx => tx.insert(embargoes).values({ roundId: first, until: '2999-01-01' }))
  expect((await changeOf(second)).change).toEqual({ kind: 'first' })
  expect((await measurementsOf('P01')).map(({ number }) => number)).toEqual([2])
  await transact(tx => tx.delete(embargoes).where(eq(embargoes.roundId, first)))
  expect((await changeOf(second)).change, 'control: afterwards it is').toMatchObject({ kind: 'clear' })
  expect(await db.select().from(embargoes)).toEqual([])
})

test('everybody can follow a figure over time; one that was never asked is not found', async () => {
  const { trend } = (await seeTrend('P01')) as Awaited<ReturnType<typeof trendDoor.loader>>
  expect(trend.points.map(({ round, isJoined, older }) => [round.number, isJoined, older])).toEqual([
    [1, false, 0],
    [2, true, 0],
  ])
  expect(await seeTrend('P99')).toMatchObject({ status: 404 })
  expect(await seeTrend('job_loss.1'), 'an item of the check is never shown by itself').toMatchObject({ status: 404 })
})
