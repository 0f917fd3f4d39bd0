import type { LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, persons, rosterMembers, teamAgreements, teams, teamTalks, transact } from '#db'
import { addDays, dayIn } from '~/calendar'
import { addLine } from '~/conversations/board/store.server'
import type { Sheet } from '~/conversations/preparation/sheet'
import * as door from '~/routes/app.team-talks.prepare'
import { answerOf, asPersonIn } from '../../people/cast'
import { staffRow } from '../../pulses/round-trip'
import { draftedCheck, foundCheckHouse, publishedCheck } from '../../readiness/check-round'

const today = dayIn('Europe/Amsterdam', new Date())
let check: string

beforeAll(async () => {
  await foundCheckHouse()
  await transact(async tx => {
    await tx.insert(teams).values({ id: 'C', name: 'C', parentId: 'A', siteId: 's' })
    await tx.insert(teams).values({ id: 'D', name: 'D', parentId: null, siteId: 's' })
  })
})

type Shown = { sheet: Sheet; choices: { teams: object[]; rounds: object[] } }
const enter = (who: string, query = '') =>
  answerOf(async () => {
    const request = await asPersonIn(who, `/app/team-talks/prepare${query}`)
    return door.loader({ request, params: {}, context: {} } as unknown as LoaderFunctionArgs)
  })
const sheetOf = async (who: string, query = '') => ((await enter(who, query)) as Shown).sheet

test('before there is any result the sheet still helps: a card, the board, and what was agreed', async () => {
  await addLine({ part: 'known', line: 'De proef duurt tot mei.' }, today)
  await transact(async tx => {
    const talk = { id: 'T1', teamId: 'A', leadId: 'A1', state: 'held', version: 1, plannedFor: new Date() } as const
    await tx.insert(teamTalks).values({ ...talk, heldOn: addDays(today, -30) })
    const agreed = { talkId: 'T1', teamId: 'A', owner: 'hr', agreedOn: addDays(today, -30) } as const
    for (const [id, days] of [
      ['late', -1],
      ['open', 9],
    ] as const)
      await tx.insert(teamAgreements).values({ id, action: `doe ${id}`, dueOn: addDays(today, days), ...agreed })
  })
  const sheet = await sheetOf('A1')
  expect(sheet).toMatchObject({ team: { name: 'A' }, card: { slug: 'wait-and-see', reason: 'none' } })
  expect([sheet.said, sheet.check]).toEqual([undefined, undefined])
  expect(sheet.board).toMatchObject({ board: [{ lines: [{ line: 'De proef duurt tot mei.' }] }, {}, {}], left: 0 })
  expect(sheet.agreements.rows).toEqual([
    { id: 'late', action: 'doe late', owner: 'hr', dueOn: addDays(today, -1), isLate: true },
    { id: 'open', action: 'doe open', owner: 'hr', dueOn: addDays(today, 9), isLate: false },
  ])
})

test('only a team lead comes in, and only for a team of their own', async () => {
  for (const who of ['A3', 'B1', 'B3', 'A2']) expect(await enter(who)).toMatchObject({ status: 403 })
  expect((await sheetOf('A1', '?team=C')).team).toEqual({ id: 'C', name: 'C' })
  for (const team of ['B', 'D', 'nonsense', ''])
    expect(await enter('A1', `?team=${team}`), team).toMatchObject({ status: 404 })
  expect(await enter('B2', '?team=A')).toMatchObject({ status: 404 })
})

test('a result is told of the group of the team, and no barrier is called highest that may be none', async () => {
  check = await draftedCheck('check')
  expect(await enter('A1', `?round=${check}`), 'not before it is published').toMatchObject({ status: 404 })
  await publishedCheck(check)
  const [a, b] = [await sheetOf('A1'), await sheetOf('B2')]
  expect([a.said?.about, b.said?.about]).toEqual([
    { labels: ['A'], others: [] },
    { labels: ['B'], others: [] },
  ])
  for (const { said } of [a, b]) for (const { figure } of said!.items) expect(figure!.n).toBe(8)
  expect(JSON.stringify(a.said)).not.toContain('"B"')
  expect(a.check).toEqual(a.said)
  // All answered alike, so it may be that no barrier is high for anybody: then none is named, and an open card lies there.
  expect(a).toMatchObject({ said: { headline: { kind: 'noneHigh' } }, card: { slug: 'wait-and-see', reason: 'none' } })
})

test('a team that was on no list reads what everybody said, and that it does', async () => {
  const { said } = await sheetOf('A1', '?team=C')
  expect([said?.about, said?.items[0]?.figure?.n]).toEqual(['notOnList', 16])
})

test('once the list of a round is gone, the names in its tree tell where the team was', async () => {
  const before = await sheetOf('A1')
  const list = await db.select().from(rosterMembers).where(eq(rosterMembers.roundId, check))
  await transact(tx => tx.delete(rosterMembers).where(eq(rosterMembers.roundId, check)))
  expect((await sheetOf('A1')).said).toEqual(before.said)
  await transact(tx => tx.insert(rosterMembers).values(list))
})

test('another card and another view can be asked for; nonsense is not', async () => {
  expect((await sheetOf('A1', '?guide=broken-promise')).card).toMatchObject({ slug: 'broken-promise', reason: 'asked' })
  expect((await sheetOf('A1', '?barrier=too_old')).card.slug).toBe('i-cannot-keep-up')
  expect((await sheetOf('A1', `?round=${check}&view=presenter&for=me`)).asked).toMatchObject({
    ...{ team: 'A', round: check, view: 'presenter', for: 'me' },
  })
  expect((await sheetOf('A1', '?view=x&guide=x')).asked).toEqual({ team: 'A', round: undefined, guide: undefined })
})

test('somebody who came to lead the team later reads the same sheet', async () => {
  await transact(tx => tx.insert(persons).values({ ...staffRow('A20', 'A') }))
  expect(await enter('A20')).toMatchObject({ status: 403 })
})
