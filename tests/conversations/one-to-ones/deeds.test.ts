import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { conversations, db, ownKeys, personRoles, persons, transact } from '#db'
import { addDays } from '~/calendar'
import { moves } from '~/conversations/one-to-ones/moves'
import * as list from '~/routes/app.one-to-ones._index'
import * as page from '~/routes/app.one-to-ones.$conversationId'
import * as ics from '~/routes/app.one-to-ones.$conversationId[.ics]'
import * as choose from '~/routes/app.one-to-ones.new'
import { foundTalkHouse, giveKey, morning, open, others, send, talkOf, today } from './talk-house'

const told = vi.hoisted(() => [] as string[])
vi.mock('~/conversations/one-to-ones/mail.server', () => ({ tellOfNews: async (id: string) => void told.push(id) }))

beforeAll(async () => {
  vi.useFakeTimers({ now: morning, toFake: ['Date'] })
  await foundTalkHouse()
})
beforeEach(async () => {
  await transact(tx => tx.delete(conversations))
  told.length = 0
})
afterAll(() => vi.useRealTimers())

const rows = () => db.select().from(conversations)
const params = { conversationId: 'c' }
const does = (personId: string, deed: string, more: Record<string, string> = {}) =>
  send(page, personId, { deed, ...more }, params)
const nextWeek = { day: addDays(today, 7), time: '14:30' }

test('a lead invites, the employee names a time, either says it took place: one row, and what each did', async () => {
  const answer = (await send(choose, 'lea', { with: 'emma' })) as Response
  const { id } = (await rows())[0]!
  expect(answer.headers.get('Location')).toBe(`/app/one-to-ones/${id}`)
  const mine = { conversationId: id }
  expect(await send(page, 'emma', { deed: 'plan', day: today, time: '9.30' }, mine)).toMatchObject({ status: 302 })
  expect(await open(page, 'lea', { params: mine })).toMatchObject({ talk: { planned: { day: today, time: '09:30' } } })
  expect(await send(page, 'lea', { deed: 'hold' }, mine)).toMatchObject({ status: 302 })
  expect(await rows()).toMatchObject([{ state: 'held', heldOn: today, plannedFor: new Date('2026-03-02T08:30:00Z') }])
  expect(told).toEqual(['emma', 'lea'])
})

describe('pressed twice', () => {
  test('an invitation is one invitation, also from both sides', async () => {
    const answers = await Promise.all([send(choose, 'lea', { with: 'emma' }), send(choose, 'lea', { with: 'emma' })])
    const [first, second] = answers.map(answer => (answer as Response).headers.get('Location'))
    expect(first).toBe(second)
    expect(((await send(choose, 'emma', { with: 'lea' })) as Response).headers.get('Location')).toBe(first)
    expect(await rows()).toHaveLength(1)
    expect(told).toEqual(['emma'])
  })

  test('a plan, a talk that was held and one that is off are done once', async () => {
    await talkOf('c', { state: 'invited' })
    for (const answer of await Promise.all([does('emma', 'plan', nextWeek), does('emma', 'plan', nextWeek)]))
      expect(answer).toMatchObject({ status: 302 })
    expect(told).toEqual(['lea'])
    for (const answer of await Promise.all([does('lea', 'cancel'), does('lea', 'cancel')]))
      expect((answer as Response).headers.get('Location')).toBe('/app/one-to-ones?gone')
    expect(await rows()).toEqual([])
    expect(told).toEqual(['lea', 'emma'])
    await talkOf('c', { state: 'planned', plannedFor: morning })
    for (const answer of await Promise.all([does('lea', 'hold'), does('emma', 'hold')]))
      expect(answer).toMatchObject({ status: 302 })
  })

  test('a no that comes after the own yes on another device does nothing and says so', async () => {
    await talkOf('c', { state: 'planned', plannedFor: morning })
    expect(await does('emma', 'decline')).toMatchObject({ data: { refused: 'movedMeanwhile' }, init: { status: 409 } })
  })
})

describe('nobody else comes near', () => {
  test.each(others)('%s finds no page, no calendar file and no form, in any state', async personId => {
    for (const state of ['invited', 'planned', 'held', 'withdrawn'] as const) {
      await transact(tx => tx.delete(conversations))
      await talkOf('c', { state, plannedFor: morning, heldOn: today })
      const [before] = await rows()
      expect(await open(page, personId, { params })).toMatchObject({ status: 404 })
      expect(await open(ics, personId, { params })).toMatchObject({ status: 404 })
      for (const deed of moves) {
        const answer = (await does(personId, deed, nextWeek)) as Response
        expect(answer.status).toBe(deed === 'cancel' ? 302 : 404)
        const madeUp = await send(page, personId, { deed, ...nextWeek }, { conversationId: 'no-such' })
        expect(madeUp, 'nothing tells it from one that does not exist').toMatchObject({ status: answer.status })
      }
      expect(JSON.stringify(await open(list, personId))).not.toContain('"id":"c"')
      expect(await rows()).toEqual([before])
    }
  })

  test('whoever takes over the team leads it, and finds nothing of before', async () => {
    await talkOf('c', { state: 'held', heldOn: today })
    await transact(async tx => {
      await tx.update(persons).set({ teamId: 'a' }).where(eq(persons.id, 'ben'))
      await tx.update(persons).set({ teamId: 'b' }).where(eq(persons.id, 'lea'))
    })
    expect(await open(choose, 'ben')).toMatchObject({
      choices: { led: expect.arrayContaining([expect.objectContaining({ id: 'emma' })]) },
    })
    expect(await open(page, 'ben', { params })).toMatchObject({ status: 404 })
    expect(await open(list, 'ben')).toMatchObject({ groups: [] })
    expect(await open(page, 'lea', { params }), 'control: whoever talked still finds it').toMatchObject({ talk: {} })
    await transact(async tx => {
      await tx.update(persons).set({ teamId: 'b' }).where(eq(persons.id, 'ben'))
      await tx.update(persons).set({ teamId: 'a' }).where(eq(persons.id, 'lea'))
    })
  })
})

describe('who can be invited', () => {
  const names = async (personId: string, part: 'led' | 'leads') => {
    const seen = (await open(choose, personId)) as { choices: Record<typeof part, { id: string }[]> }
    return seen.choices[part].map(({ id }) => id)
  }

  test('a lead invites in the own team and those below it without their own lead; everybody asks their own leads', async () => {
    expect(await names('lea', 'led')).toEqual(['cora', 'elif', 'emma', 'eric', 'noor'])
    expect(await names('emma', 'leads')).toEqual(['lea', 'tess'])
    expect(await names('emma', 'led')).toEqual([])
    expect(await names('dirk', 'leads')).toEqual(['tess'])
  })

  test.each([
    ['lea', 'bob'],
    ['lea', 'ben'],
    ['lea', 'lea'],
    ['emma', 'eric'],
    ['emma', 'ben'],
    ['emma', 'hans'],
    ['lea', 'nobody'],
  ])('%s cannot invite %s', async (self, other) => {
    expect(await send(choose, self, { with: other })).toMatchObject({
      data: { refused: 'noSuchColleague' },
      init: { status: 409 },
    })
    expect(await rows()).toEqual([])
  })

  test('a lead without a key is sent to make one, an employee never', async () => {
    await transact(tx => tx.delete(ownKeys).where(eq(ownKeys.personId, 'lea')))
    expect(await open(choose, 'lea')).toMatchObject({ needsKey: true })
    const sent = (await send(choose, 'lea', { with: 'emma' })) as Response
    expect(sent.headers.get('Location')).toBe('/app/conversation-key?to=/app/one-to-ones/new')
    expect(await rows()).toEqual([])
    await talkOf('c', { state: 'invited', invitedBy: 'employee' })
    const planned = (await does('lea', 'plan', nextWeek)) as Response
    expect(planned.headers.get('Location')).toBe('/app/conversation-key?to=/app/one-to-ones/c')
    await giveKey('lea')
    expect(await does('lea', 'plan', nextWeek)).toMatchObject({ status: 302 })
    expect(((await send(choose, 'eric', { with: 'lea' })) as Response).status).toBe(302)
  })

  test('whoever lost the role or left is no lead any more, and cannot be planned with', async () => {
    await talkOf('c', { state: 'invited' })
    await transact(tx => tx.update(persons).set({ leftAt: morning }).where(eq(persons.id, 'lea')))
    expect(await names('emma', 'leads')).toEqual(['tess'])
    expect(await does('emma', 'plan', nextWeek)).toMatchObject({ data: { refused: 'otherLeft' } })
    await transact(tx => tx.update(persons).set({ leftAt: null }).where(eq(persons.id, 'lea')))
    await transact(tx => tx.delete(personRoles).where(eq(personRoles.personId, 'ben')))
    expect(await names('bob', 'leads')).toEqual(['tess'])
  })
})
