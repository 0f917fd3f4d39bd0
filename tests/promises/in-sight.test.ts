import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '~/calendar'
import { promiseAsksOf } from '~/promises/asks'
import type { IndexEntry } from '~/promises/finding'
import { recordMove, recordPromise, todayHere } from '~/promises/store.server'
import { type PromiseStatus, promiseStatuses } from '~/promises/words'
import { amongAsks } from '~/pulses/asks'
import * as front from '~/routes/_index'
import * as home from '~/routes/app.home'
import * as register from '~/routes/promises._index'
import { asPersonIn, foundOrganisation, hire } from '../people/cast'

const today = '2026-07-01'
const director = { roles: ['executive' as const] }
const council = { roles: ['worksCouncil' as const] }
const one = (number: number, status: PromiseStatus, dueOn: string): IndexEntry => ({
  ...{ id: `P-${number}`, number, status, dueOn, withdrawalAgreed: false, barrier: null, ownerRole: 'executive' },
})

describe('what asks for attention', () => {
  const overdue = promiseStatuses.map((status, place) => one(place + 1, status, '2026-06-01'))

  test('of who makes promises is what nobody has claimed and is overdue or due within two weeks', () => {
    const soon = [one(20, 'made', '2026-07-15'), one(21, 'made', '2026-07-16')]
    expect(promiseAsksOf(director, [...soon, ...overdue], today)).toEqual([
      { kind: 'promisesDue', ids: ['P-1', 'P-2', 'P-6'], count: 4 },
    ])
  })

  test('of the works council is what waits for its word, and what it may speak about itself', () => {
    const [ask] = promiseAsksOf(council, overdue, today)
    expect(ask).toMatchObject({ kind: 'promisesWaiting', count: 6 })
    expect(promiseAsksOf(council, [one(1, 'made', '2026-06-30')], today)).toEqual([])
  })

  test('is nothing for others, and nothing when nothing waits', () => {
    expect(promiseAsksOf({ roles: ['agent', 'hr'] }, overdue, today)).toEqual([])
    expect(promiseAsksOf(director, [], today)).toEqual([])
  })

  test('stands after what cannot wait, and never makes more than three', () => {
    const round = { id: 'R', number: 1 }
    const kinds = amongAsks(
      [
        { kind: 'newResult', round },
        { kind: 'responseMissing', round },
        { kind: 'tokenReady', round, ballotPath: '', closesOn: today },
      ],
      [{ kind: 'promisesDue' as const }],
    ).map(({ kind }) => kind)
    expect(kinds).toEqual(['responseMissing', 'tokenReady', 'promisesDue'])
  })
})

describe('with 53 promises', () => {
  const now = new Date()
  const dayFrom = (days: number) => addDays(todayHere(now), days)
  const said = { why: 'w', scope: 's', exclusions: 'e', measure: 'm', ownerRole: 'hr' as const }
  type Deed = (args: LoaderFunctionArgs) => unknown
  const enter = async (deed: Deed, request: Request) => deed({ request, params: {}, context: {} } as never) as never

  beforeAll(async () => {
    await foundOrganisation()
    await hire('directeur@voorbeeld.nl', ['executive'])
    for (let number = 1; number <= 53; number++) {
      const dueOn = dayFrom(number < 8 ? number - 4 : 100)
      await recordPromise({ ...said, text: `Belofte ${number}`, madeOn: dayFrom(-30), dueOn }, director, now)
    }
    await recordMove('P-53', { move: 'claimKept', seen: 1, note: 'Klaar.' }, director, now)
    await recordMove('P-53', { move: 'confirm', seen: 2, note: '' }, council, now)
  })

  test('the register turns its pages and keeps the question', async () => {
    const page = async (query: string) => {
      const { shown } = (await enter(register.loader, new Request(`http://localhost:3000/promises${query}`))) as {
        shown: { rows: { id: string }[]; pages: number; count: number; asked: { page: number }; share: object }
      }
      return shown
    }
    const [first, last] = [await page(''), await page('?page=9')]
    expect([first.rows.length, first.pages, first.count]).toEqual([50, 2, 53])
    expect([last.rows.map(({ id }) => id).at(-1), last.asked.page]).toEqual(['P-53', 2])
    expect(new Set([...first.rows, ...last.rows].map(({ id }) => id)).size).toBe(53)
    const kept = await page('?status=kept')
    expect([kept.rows.length, kept.pages]).toEqual([1, 1])
    expect(kept.share, 'the share is over all promises, whatever is asked').toEqual(first.share)
  })

  test('the front page shows the five that are due first, and the last verdicts', async () => {
    const { promises } = (await enter(front.loader, new Request('http://localhost:3000/'))) as {
      promises: Record<'due' | 'ended', { id: string }[]>
    }
    expect(promises.due.map(({ id }) => id)).toEqual(['P-1', 'P-2', 'P-3', 'P-4', 'P-5'])
    expect(promises.ended.map(({ id }) => id)).toEqual(['P-53'])
  })

  test('the home of a director names three and counts them all', async () => {
    const { asks } = (await enter(home.loader, await asPersonIn('directeur', '/app/home'))) as { asks: object[] }
    expect(asks).toMatchObject([{ kind: 'promisesDue', count: 7, promises: [{ id: 'P-1' }, {}, {}] }])
  })
})
