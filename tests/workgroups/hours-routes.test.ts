import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { addWeeks, dayIn, isoWeek } from '~/calendar'
import { ownWeeks } from '~/workgroups/hours/store.server'
import * as page from '../../app/routes/app.groups.$groupId.hours._index'
import * as file from '../../app/routes/app.groups.$groupId.hours.import'
import * as roster from '../../app/routes/app.groups.$groupId.hours.roster'
import { loader as openLoader } from '../../app/routes/groups._index'
import { answerOf, asPersonIn, foundOrganisation, hire } from '../people/cast'
import { booksNow, director, foundGroup, hireTill } from './till'

const week = addWeeks(isoWeek(dayIn('Europe/Amsterdam', new Date())), -1)
let group = ''
beforeAll(async () => {
  await foundOrganisation()
  await hireTill()
  for (const one of ['tweede', 'derde']) await hire(`${one}@v.nl`)
  await hire('planner@v.nl', ['projectLead'])
  group = await foundGroup(['lid', 'tweede', 'derde'], '2000-01-03')
})

type Door = { loader: (args: ActionFunctionArgs) => unknown; action: (args: ActionFunctionArgs) => unknown }
async function knock(door: Door, who: string, sent?: Record<string, string | File>, search = '') {
  const body = new FormData()
  for (const [name, value] of Object.entries(sent ?? {})) body.set(name, value)
  const request = await asPersonIn(who, `/app/groups/${group}/hours${search}`, sent ? { method: 'POST', body } : {})
  const args = { request, params: { groupId: group }, context: {} } as unknown as ActionFunctionArgs
  const answer = await answerOf(async () => (sent ? door.action(args) : door.loader(args)))
  const status =
    answer instanceof Response ? answer.status : ((answer as { init?: { status?: number } }).init?.status ?? 200)
  return { status, data: ((answer as { data?: object }).data ?? answer) as Record<string, never> }
}
const doors = { page, file, roster } as unknown as Record<'page' | 'file' | 'roster', Door>
const own = { week, used: '7:30', pulledBack: '0,5' }

test('a member tells their own hours; only they and who plans read them, all others the sum', async () => {
  expect(await knock(doors.page, 'lid', own)).toMatchObject({ status: 200, data: { isKept: true } })
  for (const stranger of ['ander', 'planner', 'director'])
    expect((await knock(doors.page, stranger, own)).status).toBe(403)
  const seen = async (who: string) => JSON.stringify((await knock(doors.page, who)).data)
  const mine = (await knock(doors.page, 'lid')).data as never as { own: { weeks: { usedMinutes: number }[] } }
  expect(mine.own.weeks).toMatchObject([{ usedMinutes: 450, pulledBackMinutes: 30 }])
  expect((await knock(doors.page, 'tweede')).data).toMatchObject({ own: { weeks: [] } })
  expect((await knock(doors.page, 'ander')).data).toMatchObject({ own: undefined, mayRoster: true })
  for (const who of ['ander', 'director', 'tweede']) expect(await seen(who)).not.toContain('"personId"')
})

test('hours that are none, or a week that is none, are told beside their field and nothing typed is lost', async () => {
  const wrong = await knock(doors.page, 'lid', { week, used: 'veel', pulledBack: '70' })
  expect(wrong).toMatchObject({
    status: 422,
    data: { failed: { problems: { used: 'notHours', pulledBack: 'tooBig' }, values: { used: 'veel' } } },
  })
  expect((await knock(doors.page, 'lid', { ...own, week: '2026-W54' })).status).toBe(422)
  const old = await knock(doors.page, 'lid', { ...own, week: '2020-W10' })
  expect(old).toMatchObject({ status: 409, data: { refused: 'weekTooOld' } })
})

test('only who plans enters a roster, as form and as file, and whoever saw an older one looks again', async () => {
  for (const who of ['lid', 'director']) {
    expect((await knock(doors.roster, who)).status).toBe(403)
    expect((await knock(doors.roster, who, { seen: '' })).status).toBe(403)
    expect((await knock(doors.file, who)).status).toBe(403)
    expect((await knock(doors.file, who, { text: 'x', seen: 'x' })).status).toBe(403)
  }
  const { seen } = (await knock(doors.roster, 'planner', undefined, `?week=${week}`)).data
  const typed = { seen: String(seen), 'hours-0': '8', 'hours-1': '4:00', 'hours-2': '1' }
  expect((await knock(doors.roster, 'planner', typed, `?week=${week}`)).data).toEqual({ isKept: true })
  expect(await knock(doors.roster, 'planner', typed, `?week=${week}`)).toMatchObject({ status: 409 })
  const text = `E-mail;Week;Uren\nlid@v.nl;${week};6\ntweede@v.nl;${week};acht`
  const bad = await knock(doors.file, 'planner', { file: new File([text], 'r.csv') })
  expect(bad).toMatchObject({ status: 422, data: { looked: { problems: [{ line: 3, reason: 'notHours' }] } } })
  const good = await knock(doors.file, 'planner', { file: new File([text.replace('acht', '8')], 'r.csv') })
  const { looked } = good.data as never as { looked: { text: string; seen: string; differences: unknown[] } }
  expect([good.status, looked.differences.length]).toEqual([200, 2])
  expect((await knock(doors.file, 'planner', { text: looked.text, seen: looked.seen })).status).toBe(302)
  expect((await knock(doors.file, 'planner', { text: looked.text, seen: looked.seen })).status).toBe(409)
  expect(await ownWeeks(group, 'lid')).toMatchObject([
    { rosteredMinutes: 360, usedMinutes: 450, pulledBackMinutes: 30 },
  ])
})

test('in public a group shows money, cuts, hours and flags, and nobody who is in it', async () => {
  await booksNow(group, { kind: 'grant', cents: 5000 }, director)
  await booksNow(group, { kind: 'cut', cents: 2000 }, director, 'Bezuinigen van Jan')
  const args = {
    request: new Request('http://localhost:3000/groups'),
    params: {},
    context: {},
  } as unknown as ActionFunctionArgs
  const { groups } = (await openLoader(args)) as { groups: object[] }
  expect(groups).toMatchObject([
    { leftCents: 3000, givenCents: 5000, takenBackCents: 2000, flags: [{ kind: 'pulledBack' }] },
  ])
  expect(JSON.stringify(groups)).not.toMatch(/lid|tweede|Jan|person/i)
})
