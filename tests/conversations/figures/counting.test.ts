import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { conversations, db, migrate, persons, sites, talkMarks, talkTallies, teams, topicSlips, transact } from '#db'
import { countEndings, countRecorded, dropSlip } from '~/conversations/figures/counting.server'
import { destroyMonthKeys, findSlipPlace } from '~/conversations/figures/month-key.server'
import { sealTopics } from '~/conversations/figures/topics.client'
import type { ConversationState } from '~/conversations/one-to-ones/rules'

const at = new Date('2026-11-22T12:00:00Z')

beforeEach(async () => {
  await migrate()
  await transact(async tx => {
    for (const table of [topicSlips, talkMarks, talkTallies, conversations, persons, teams, sites])
      await tx.delete(table)
    await tx.insert(sites).values({ id: 's', name: 'Gent', jurisdiction: 'BE' })
    await tx.insert(teams).values({ id: 't1', name: 'Nacht', parentId: null, siteId: 's' })
    await tx.insert(persons).values(['ada', 'bob', 'cleo', 'lead'].map(personCalled))
  })
})

const personCalled = (id: string) => ({
  ...{ id, email: `${id}@x.nl`, givenName: id, surnamePrefix: '', surname: 'X', teamId: 't1' },
  ...{ language: null, passwordHash: null, leftAt: null },
})

type Days = { invitedOn?: string; heldOn?: string }
const talk = (id: string, employeeId: string, state: ConversationState, days: Days = {}) => ({
  ...{ id, employeeId, leadId: 'lead', invitedBy: 'lead' as const, state, invitedOn: '2026-11-01', isCounted: false },
  ...{ plannedFor: null, heldOn: null, endedOn: null },
  ...days,
})
const keep = (...rows: ReturnType<typeof talk>[]) => transact(tx => tx.insert(conversations).values(rows))
const tallies = () => db.select().from(talkTallies)
const record = (id: string, when = at) =>
  transact(async tx => {
    const [row] = await tx.select().from(conversations).where(eq(conversations.id, id))
    await countRecorded(tx, row!, when)
  })

test('an invitation without an answer counts after fourteen days, a declined one in the very same way', async () => {
  await keep(talk('c1', 'ada', 'invited'), talk('c2', 'bob', 'declined'), talk('c3', 'cleo', 'planned'))
  await keep(talk('c4', 'cleo', 'invited', { invitedOn: '2026-11-08' }))
  await countEndings(at)
  await countEndings(at)
  expect(await tallies()).toEqual([{ month: '2026-11', teamId: 't1', noTalk: 2, noRecord: 0, recorded: 0 }])
})

test('a talk without an agreed record counts after thirty days, also when what was written was withdrawn', async () => {
  await keep(
    talk('c1', 'ada', 'held', { heldOn: '2026-10-23' }),
    talk('c2', 'bob', 'withdrawn', { heldOn: '2026-10-01' }),
  )
  await keep(talk('c3', 'cleo', 'held', { heldOn: '2026-10-24' }))
  await countEndings(at)
  expect(await tallies()).toMatchObject([{ noTalk: 0, noRecord: 2, recorded: 0 }])
})

test('a record counts when both first agreed, and not again when the talk grows old', async () => {
  await keep(talk('c1', 'ada', 'held', { heldOn: '2026-10-01' }))
  await findSlipPlace('ada', at)
  await record('c1')
  await record('c1')
  await countEndings(at)
  expect(await tallies()).toMatchObject([{ noTalk: 0, noRecord: 0, recorded: 1 }])
})

test('of one person one ending counts in a month', async () => {
  await keep(talk('c1', 'ada', 'invited'), talk('c2', 'ada', 'held', { heldOn: '2026-11-20' }))
  await countEndings(at)
  await record('c2')
  expect(await tallies()).toMatchObject([{ noTalk: 1, recorded: 0 }])
  const marks = await db.select().from(talkMarks)
  expect(marks).toEqual([{ month: '2026-11', mark: expect.stringMatching(/^[\w-]{43}$/) }])
})

const drop = async (personId: string, sealed: string, month = '2026-11', when = at) =>
  transact(tx => dropSlip(tx, { month, personId, sealed }, when))

test('what a talk was about is kept under seal, without whose it is and in an order of chance', async () => {
  for (const personId of ['ada', 'bob', 'cleo']) {
    await drop(personId, await sealTopics(await findSlipPlace(personId, at), ['training']))
  }
  const rows = await db.select().from(topicSlips)
  expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort())
  expect(Object.keys(rows[0]!).sort()).toEqual(['id', 'month', 'sealed', 'teamId'])
  for (const { id, sealed, ...rest } of rows) {
    expect(rest).toEqual({ month: '2026-11', teamId: 't1' })
    expect([id, sealed.length], 'as long as any other').toEqual([expect.stringMatching(/^[\w-]{22}$/), 6034])
  }
})

test('a second slip of one person, one for a month that is told, and what is no slip are not kept', async () => {
  const place = await findSlipPlace('ada', at)
  const sealed = await sealTopics(place, ['idea'])
  expect(await drop('ada', sealed)).toBe(true)
  expect(await drop('ada', await sealTopics(place, ['other']))).toBe(false)
  expect(await drop('bob', 'x.y')).toBe(false)
  expect(await drop('bob', sealed, '2026-11', new Date('2026-12-15T12:00:00Z'))).toBe(false)
  destroyMonthKeys('2026-11')
  expect(await drop('bob', sealed)).toBe(false)
  expect(await db.select().from(topicSlips)).toHaveLength(1)
})
