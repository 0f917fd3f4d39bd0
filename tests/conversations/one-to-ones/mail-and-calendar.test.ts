import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { conversations, persons, transact } from '#db'
import { tellOfNews } from '~/conversations/one-to-ones/mail.server'
import type { Mail } from '~/notices/mail.server'
import type { Language } from '~/people/rules'
import * as page from '~/routes/app.one-to-ones.$conversationId'
import * as ics from '~/routes/app.one-to-ones.$conversationId[.ics]'
import * as choose from '~/routes/app.one-to-ones.new'
import { foundTalkHouse, morning, open, send, talkOf, today } from './talk-house'

const post = vi.hoisted(() => ({ sent: [] as Mail[], isBroken: false }))
vi.mock('~/notices/mail.server', () => ({
  mailIsConfigured: () => true,
  sendMail: async (mail: Mail) => {
    if (post.isBroken) throw new Error('no mail server')
    post.sent.push(mail)
  },
}))

beforeAll(async () => {
  vi.useFakeTimers({ now: morning, toFake: ['Date'] })
  await foundTalkHouse()
})
beforeEach(async () => {
  await transact(tx => tx.delete(conversations))
  Object.assign(post, { sent: [], isBroken: false })
})
afterAll(() => vi.useRealTimers())

const params = { conversationId: 'c' }
const speaks = (id: string, language: Language | null) =>
  transact(tx => tx.update(persons).set({ language }).where(eq(persons.id, id)))

/** Words that would tell who, with whom, or about what. */
const telling = /lea|emma|merkteken|van der|gesprek|talk|one-to-one|entretien|team|uitnod|invit|verslag|record/i

test.each([
  ['nl', 'Er staat iets nieuws voor je klaar'],
  ['en', 'Something new is ready for you'],
  ['fr', 'Quelque chose de nouveau vous attend'],
] as const)('a mail in %s says that there is news, and nothing of whom or what', async (language, subject) => {
  await speaks('emma', language)
  await send(choose, 'lea', { with: 'emma' })
  expect(post.sent).toMatchObject([{ to: 'emma@voorbeeld.nl', language, subject }])
  const { text } = post.sent[0]!
  expect(`${subject} ${text.replace(/http\S+/, '')}`).not.toMatch(telling)
  expect(text).toMatch(/\/app\/conversations$/)
  await speaks('emma', null)
})

test('every news is the same mail: an invitation, a time, another time and one that is off', async () => {
  await talkOf('c', { state: 'invited' })
  const plan = (by: string, time: string) => send(page, by, { deed: 'plan', day: today, time }, params)
  await plan('emma', '14:00')
  await plan('emma', '15:00')
  await send(page, 'emma', { deed: 'cancel' }, params)
  expect(post.sent).toHaveLength(3)
  expect(new Set(post.sent.map(mail => JSON.stringify(mail))).size).toBe(1)
  await talkOf('c', { state: 'invited', invitedBy: 'employee' })
  await send(page, 'emma', { deed: 'cancel' }, params)
  expect(post.sent, 'what was asked and taken back before an answer is no news').toHaveLength(3)
})

test('a mail that cannot go stops nothing, and nobody who left gets one', async () => {
  post.isBroken = true
  expect(await send(choose, 'lea', { with: 'emma' })).toMatchObject({ status: 302 })
  post.isBroken = false
  await transact(tx => tx.update(persons).set({ leftAt: morning }).where(eq(persons.id, 'bob')))
  await tellOfNews('bob')
  expect(post.sent).toEqual([])
})

/** Noon on the wall in Amsterdam, on the days around both changes of the clocks. */
test.each([
  ['2026-03-28', '20260328T110000Z'],
  ['2026-03-29', '20260329T100000Z'],
])('a calendar file of %s holds the moment that the clock shows, and tells nothing else', async (day, stamp) => {
  await talkOf('c', { state: 'invited' })
  await send(page, 'emma', { deed: 'plan', day, time: '12:00' }, params)
  expect(await open(page, 'lea', { params })).toMatchObject({ talk: { planned: { day, time: '12:00' } } })
  const answer = (await open(ics, 'lea', { params })) as Response
  const file = await answer.text()
  expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="gesprek.ics"')
  expect(file).toContain(`DTSTART:${stamp}\r\n`)
  expect(file).toMatch(/SUMMARY:Gesprek\r\n/)
  expect(file).toContain('CLASS:PRIVATE')
  expect(file.replace('SUMMARY:Gesprek', '').replace('PRODID:-//Inspraak//conversations//NL', '')).not.toMatch(telling)
})

test('a time that the clocks skip is not planned, and the page says why; nor is a day that is over', async () => {
  await talkOf('c', { state: 'invited' })
  const plan = (day: string, time: string) => send(page, 'emma', { deed: 'plan', day, time }, params)
  expect(await plan('2026-03-29', '02:30')).toMatchObject({ data: { refused: 'noSuchTime' }, init: { status: 409 } })
  const typed = { day: '2026-03-01', time: '10:00' }
  expect(await plan(typed.day, typed.time)).toMatchObject({ data: { refused: 'dayNotPossible', typed } })
  expect(await plan('2026-02-30', '10:00')).toMatchObject({ data: { failed: { problems: { day: 'notADay' } } } })
  expect(await plan(today, '25:00')).toMatchObject({ data: { failed: { problems: { time: 'notRight' } } } })
  expect(await open(ics, 'emma', { params }), 'nothing is planned').toMatchObject({ status: 404 })
})
