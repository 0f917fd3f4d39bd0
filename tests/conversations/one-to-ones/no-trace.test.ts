import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { conversations, transact } from '#db'
import { moves } from '~/conversations/one-to-ones/moves'
import * as landing from '~/routes/app.conversations._index'
import * as home from '~/routes/app.home'
import * as list from '~/routes/app.one-to-ones._index'
import * as page from '~/routes/app.one-to-ones.$conversationId'
import * as ics from '~/routes/app.one-to-ones.$conversationId[.ics]'
import * as choose from '~/routes/app.one-to-ones.new'
import { foundTalkHouse, morning, open, send } from './talk-house'

// Nobody is told that somebody said no. Whatever the inviter can fetch is laid side by side, byte for byte.

const careless = vi.hoisted(() => ({ isOn: false }))
vi.mock('~/conversations/one-to-ones/rules', async original => {
  const real = await original<typeof import('~/conversations/one-to-ones/rules')>()
  return {
    ...real,
    stateSeenBy: (...[party, state]: Parameters<typeof real.stateSeenBy>) =>
      careless.isOn ? state : real.stateSeenBy(party, state),
  }
})
const told = vi.hoisted(() => [] as string[])
vi.mock('~/conversations/one-to-ones/mail.server', () => ({ tellOfNews: async (id: string) => void told.push(id) }))

const day = 86_400_000
const ids = { emma: '', eric: '', elif: '' }

beforeAll(async () => {
  vi.useFakeTimers({ now: morning, toFake: ['Date'] })
  await foundTalkHouse()
})
afterEach(() => {
  careless.isOn = false
})
afterAll(() => vi.useRealTimers())

/** Lea invites three of her team on one day, so that an order that changes is seen. */
async function invitedAnew() {
  await transact(tx => tx.delete(conversations))
  for (const who of ['emma', 'eric', 'elif'] as const) {
    const answer = (await send(choose, 'lea', { with: who })) as Response
    ids[who] = answer.headers.get('Location')!.split('/').at(-1)!
  }
}

const asText = async (answer: unknown) =>
  answer instanceof Response
    ? `${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`
    : JSON.stringify(answer)

/** Everything that Lea can fetch about what she invited to, and every answer to what she can send. */
async function fetchedByLead(id: string): Promise<string[]> {
  const params = { conversationId: id }
  const read = [
    ...[open(list, 'lea'), open(list, 'lea', { path: '/app/one-to-ones?q=emma' }), open(landing, 'lea')],
    ...[open(home, 'lea'), open(choose, 'lea'), open(page, 'lea', { params }), open(ics, 'lea', { params })],
  ]
  const sent = moves.map(deed => send(page, 'lea', { deed, day: '2026-03-09', time: '10:00' }, params))
  // Once it lapsed Lea may invite again, and would find that; until then it leads to the same page.
  const isThere = Date.now() < morning.getTime() + 15 * day
  const again = isThere ? [send(choose, 'lea', { with: 'emma' }), send(page, 'lea', { deed: 'plan' }, params)] : []
  return Promise.all([...read, ...sent, ...again].map(async answer => asText(await answer)))
}

/** Lays side by side what Lea fetches while there is no answer, and after Emma said no. */
async function sideBySide(at = morning) {
  await invitedAnew()
  vi.setSystemTime(at)
  const before = await fetchedByLead(ids.emma)
  vi.setSystemTime(morning)
  expect(await send(page, 'emma', { deed: 'decline' }, { conversationId: ids.emma })).toMatchObject({ status: 302 })
  vi.setSystemTime(at)
  const after = await fetchedByLead(ids.emma)
  vi.setSystemTime(morning)
  return { before, after }
}

describe('a no', () => {
  test('leaves no trace in anything that the lead can fetch', async () => {
    const { before, after } = await sideBySide()
    expect(before.join(), 'the invitation is in it').toContain(ids.emma)
    expect(after).toEqual(before)
  })

  test.each([13, 14, 15, 16])('nor %i days later, when it lapses with the others', async days => {
    const { before, after } = await sideBySide(new Date(morning.getTime() + days * day))
    expect(after).toEqual(before)
    expect(before[0]!.includes(ids.emma)).toBe(days <= 14)
  })

  test('tells nobody by mail; control: an invitation and a yes do', async () => {
    await invitedAnew()
    expect(told.splice(0)).toEqual(expect.arrayContaining(['emma', 'eric', 'elif']))
    await send(page, 'emma', { deed: 'decline' }, { conversationId: ids.emma })
    await send(page, 'emma', { deed: 'decline' }, { conversationId: ids.emma })
    expect(told).toEqual([])
    await send(page, 'emma', { deed: 'plan', day: '2026-03-09', time: '10:00' }, { conversationId: ids.emma })
    expect(told.splice(0)).toEqual(['lea'])
  })

  test('can be taken back for as long as the invitation stands', async () => {
    await sideBySide()
    expect(await open(page, 'emma', { params: { conversationId: ids.emma } })).toMatchObject({
      talk: { state: 'declined', moves: ['plan'] },
    })
    expect(JSON.stringify(await open(home, 'emma')), 'it asks nothing any more').not.toContain('talkInvited')
  })
})

test('control: pages that pass the state on as it is stored give a no away, on each of them', async () => {
  careless.isOn = true
  const { before, after } = await sideBySide()
  const differs = before.map((text, place) => text !== after[place])
  expect(differs.filter(Boolean).length).toBeGreaterThan(1)
  expect([differs[0], differs[5]], 'the list and the page').toEqual([true, true])
})
