import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { db, promises, proposals, transact, workgroups } from '#db'
import { everythingOf } from '~/conversations/own/everything.server'
import { append } from '~/ledger/store.server'
import * as index from '~/routes/app.groups._index'
import * as hub from '~/routes/app.groups.$groupId._index'
import * as draw from '~/routes/app.groups.$groupId.draw'
import * as mandate from '~/routes/app.groups.$groupId.mandate'
import * as members from '~/routes/app.groups.$groupId.members'
import * as volunteer from '~/routes/app.groups.$groupId.volunteer'
import * as found from '~/routes/app.groups.new'
import * as home from '~/routes/app.home'
import { holdDraws } from '~/workgroups/seats/holding.server'
import { propose, recordOpening, recordVote } from '~/workgroups/votes/voting.server'
import { answerOf, asPersonIn, formPost } from '../people/cast'
import { houseWithAgents } from './cast'

beforeAll(() => houseWithAgents(5))

type Deed = (args: LoaderFunctionArgs) => Promise<unknown>
const sent = (deed: Deed, who: string, values?: Record<string, string>, groupId = 'W-1', search = '') =>
  answerOf(async () => {
    const request = await asPersonIn(who, `/app/groups${search}`, values && formPost(values))
    return deed({ request, params: { groupId }, context: {} } as unknown as LoaderFunctionArgs)
  })
const form = { name: 'Proef', words: 'Wij beslissen over de proef.', seats: '3', weeklyHours: '7.5' }
const asked = { ...form, 'rule-site-g': '0', 'rule-shift-day': '1', withPromise: 'on' }
const offer = { shift: 'day', contract: 'permanent' }

test('an empty house says so; a director reads the group as staff will, and founds it with its promise', async () => {
  expect(await sent(index.loader, 'a1')).toMatchObject({ groups: [], mayFound: false })
  expect(
    await sent(found.action, 'director', { ...asked, words: '', seats: '', 'rule-site-g': '-1', step: 'publish' }),
  ).toMatchObject({
    init: { status: 422 },
    data: {
      failed: {
        problems: { words: 'required', seats: 'required', 'rule-site-g': 'tooSmall' },
        values: { name: 'Proef' },
      },
    },
  })
  expect(await sent(found.action, 'director', { ...asked, 'rule-site-g': '4' })).toMatchObject({
    data: { refused: 'rulesNeedMoreSeats', said: { words: form.words } },
  })
  expect(await sent(found.action, 'director', asked)).toMatchObject({
    data: { step: 'preview', said: { weeklyMinutes: 450 }, promise: { text: expect.stringContaining('Proef') } },
  })
  expect(await db.select().from(workgroups)).toEqual([])
  const again = async () => sent(found.action, 'director', { ...asked, step: 'publish' })
  for (const answer of [await again(), await again()]) expect(answer).toMatchObject({ status: 302 })
  expect(await db.select({ text: promises.text }).from(promises)).toHaveLength(1)
  expect(await sent(hub.loader, 'a1')).toMatchObject({ group: { vetoPromiseId: 'P-1' }, own: { maySeat: false } })
  expect(await sent(hub.loader, 'a1', undefined, 'W-9')).toMatchObject({ status: 404 })
})

test('only who is asked to does a thing: nobody else writes a mandate, seats people, leaves for others or divides tasks', async () => {
  for (const who of ['a1', 'lead', 'council']) {
    expect(await sent(found.action, who, { ...asked, step: 'publish' })).toMatchObject({ status: 403 })
    expect(await sent(mandate.action, who, { ...form, seen: '1', step: 'publish' })).toMatchObject({ status: 403 })
    for (const deed of ['seatAll', 'announce', 'seatNext'])
      expect(await sent(draw.action, who, { deed })).toMatchObject({ status: 403 })
  }
  const ofMembers: Record<string, string>[] = [{ deed: 'leave' }, { deed: 'office', personId: 'a2', office: 'chair' }]
  for (const who of ['a1', 'hr', 'director'])
    for (const deed of ofMembers) expect(await sent(members.action, who, deed)).toMatchObject({ init: { status: 403 } })
  for (const who of ['lead', 'director'])
    expect(await sent(volunteer.action, who, offer)).toMatchObject({ init: { status: 403 } })
  expect(await sent(mandate.action, 'hr', { deed: 'make', seen: '1' })).toMatchObject({
    data: { refused: 'notYourDeed' },
  })
})

test('who offers is told to nobody else; those who found groups are told numbers', async () => {
  expect(await sent(volunteer.action, 'a1', { shift: 'day' })).toMatchObject({
    data: { failed: { problems: { contract: 'required' } } },
  })
  expect(await sent(home.loader, 'a1')).toMatchObject({ asks: [{ kind: 'seatFree', group: { name: 'Proef' } }] })
  expect(JSON.stringify(await sent(home.loader, 'director'))).not.toContain('seatFree')
  for (const who of ['a1', 'a2', 'a3', 'a4', 'a5'])
    expect(await sent(volunteer.action, who, offer)).toMatchObject({ status: 302 })
  expect(await sent(volunteer.action, 'a5', { deed: 'takeBack' })).toMatchObject({ status: 302 })
  expect(await sent(volunteer.loader, 'a2')).toMatchObject({ site: 'Zwolle', offer })
  const seen = [await sent(draw.loader, 'hr'), await sent(draw.loader, 'a2')] as { seats: { waiting?: number } }[]
  expect(seen.map(({ seats }) => seats.waiting)).toEqual([4, undefined])
  expect(JSON.stringify(seen)).not.toMatch(/"a\d"|a\d Test/)
})

test('a draw is announced, held by itself, and read by everybody; each finds only their own number', async () => {
  expect(await sent(draw.action, 'hr', { deed: 'seatAll' })).toMatchObject({ data: { refused: 'moreThanSeats' } })
  expect(await sent(draw.action, 'hr', { deed: 'announce' })).toMatchObject({ status: 302 })
  expect(await sent(volunteer.action, 'a1', { deed: 'takeBack' })).toMatchObject({ data: { refused: 'drawRunning' } })
  expect(await sent(mandate.action, 'hr', { ...form, seen: '1', step: 'publish' })).toMatchObject({
    data: { refused: 'drawRunning' },
  })
  const before = (await sent(draw.loader, 'a5')) as { draw: object; own: { number?: number } }
  expect(before.own.number).toBeUndefined()
  expect(before.draw).not.toHaveProperty('held')
  expect((await sent(draw.loader, 'a1')) as object).toMatchObject({ own: { number: expect.any(Number) } })
  await transact(tx => append(tx, { type: 'client.released', data: { files: [] } }, new Date()))
  await holdDraws(new Date())
  expect(await sent(draw.loader, 'a5')).toMatchObject({ draw: { held: { chosen: { length: 3 } } } })
})

test('a member divides tasks, votes and leaves; all of it is told to that member and to nobody else', async () => {
  const { members: sitting } = (await sent(members.loader, 'a5')) as { members: { id: string }[] }
  const [one, other] = [sitting[0]!.id, sitting[1]!.id]
  expect(await sent(home.loader, one)).toMatchObject({ asks: [{ kind: 'seatNew' }] })
  expect(JSON.stringify(await sent(home.loader, 'a5'))).not.toContain('seatNew')
  expect(await sent(members.action, one, { deed: 'office', personId: other, office: 'chair' })).toMatchObject({
    status: 302,
  })
  const at = new Date()
  const put = await propose('W-1', { subject: 'plan', title: 'Rooster', words: 'Anders.' }, one, at)
  const id = put.ok ? put.value.id : ''
  await recordOpening(id, 1, new Date(at.getTime() + 72 * 3_600_000), { personId: one, at })
  await recordVote(id, { choice: 'object', reason: 'Te snel.' }, one, at)
  const told = async (who: string) =>
    Object.fromEntries((await everythingOf(who, at)).holdings.map(({ about, rows }) => [about, rows]))
  expect(await told(one)).toMatchObject({
    volunteers: [{ group: 'Proef', ...offer }],
    groupSeats: [{ group: 'Proef', office: 'member' }],
    groupVotes: [{ proposal: 'Rooster', choice: 'object', reason: 'Te snel.' }],
  })
  expect(await told(other)).toMatchObject({ groupSeats: [{ office: 'chair' }] })
  expect((await told(other)).groupVotes).toBeUndefined()
  expect(await sent(members.loader, one, undefined, 'W-1', '?leave')).toMatchObject({ isLeaving: true })
  expect(await sent(members.action, one, { deed: 'leave' })).toMatchObject({ status: 302 })
  expect(await recordVote(id, { choice: 'consent', reason: '' }, one, at)).toMatchObject({ ok: false })
  expect(await sent(members.loader, 'a5')).toMatchObject({ members: { length: 2 }, seats: { free: 1 } })
})

test('a new mandate stands beside the old one; who was late sees it and keeps what was typed', async () => {
  const next = { ...form, words: 'Ook over roosters.', seen: '1' }
  expect(await sent(mandate.action, 'hr', next)).toMatchObject({ data: { step: 'preview' } })
  expect(await sent(mandate.action, 'hr', { ...next, step: 'publish' })).toMatchObject({
    data: { refused: 'voteRunning', said: { words: 'Ook over roosters.' } },
  })
  await transact(tx => tx.update(proposals).set({ state: 'lapsed' }))
  expect(await sent(mandate.action, 'hr', { ...next, step: 'publish' })).toMatchObject({ status: 302 })
  expect(await sent(mandate.action, 'director', { ...next, words: 'Toch niet.', step: 'publish' })).toMatchObject({
    init: { status: 409 },
    data: { refused: 'changedMeanwhile', said: { words: 'Toch niet.' } },
  })
  expect(await sent(mandate.loader, 'a5')).toMatchObject({
    mandates: [{ version: 2 }, { version: 1 }],
    may: { write: false, end: false },
  })
  expect(await sent(mandate.action, 'hr', { deed: 'end' })).toMatchObject({ data: { refused: 'somebodySits' } })
})
