import { eq, inArray } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import {
  accessLog,
  conversationRecords,
  conversations,
  db,
  developmentPlans,
  keyWraps,
  migrate,
  ownKeys,
  persons,
  transact,
} from '#db'
import { destroyedMark, destroyedMarks } from '~/conversations/retention/destroyed-list.server'
import { expireToday, tendRecords } from '~/conversations/retention/expiring.server'
import { keptUntil, leavingDays, listKept, recordsExpiringFor } from '~/conversations/retention/kept.server'
import { replayDestroyed } from '~/conversations/retention/replaying.server'
import { tablesWith } from '../../ledger/forensics'
import { agreed, held, keep, threeWithKeys } from './talks'

const keptIds = async () => (await listKept(undefined)).map(record => record.conversationId)
const readersOf = async (thingId: string) =>
  (await db.select().from(keyWraps).where(eq(keyWraps.thingId, thingId))).map(wrap => wrap.personId).sort()
const stateOf = async (id: string) => (await db.select().from(conversations).where(eq(conversations.id, id)))[0]
const leave = (personId: string, day: string | null) =>
  transact(async tx => {
    const leftAt = day === null ? null : new Date(`${day}T11:00:00Z`)
    await tx.update(persons).set({ leftAt }).where(eq(persons.id, personId))
  })

beforeAll(async () => {
  await migrate()
  await threeWithKeys()
})
beforeEach(async () => {
  for (const personId of ['em', 'lo']) await leave(personId, null)
  await transact(async tx => {
    for (const table of [accessLog, keyWraps, conversations, developmentPlans]) await tx.delete(table)
  })
})

test('a record goes after its last day and not on it; the day is told for thirty days, then the row goes too', async () => {
  await keep(held(), [agreed()])
  await keep(held({ id: 'c2', heldOn: '2026-03-03' }), [agreed()])
  await expireToday('2026-09-02')
  expect(await keptIds()).toEqual(['c1', 'c2'])
  await expireToday('2026-09-03')
  expect(await keptIds()).toEqual(['c2'])
  expect(await stateOf('c1')).toMatchObject({ state: 'expired', endedOn: '2026-09-03' })
  expect(await tablesWith('"c1"')).toEqual(['conversations'])
  expect(destroyedMarks().has(destroyedMark('c1'))).toBe(true)
  await expireToday('2026-10-03')
  expect(await stateOf('c1')).toBeDefined()
  await expireToday('2026-10-04')
  expect(await stateOf('c1')).toBeUndefined()
})

test('only what both agreed to moves the last day; control: the same day in a draft does not', async () => {
  await keep(held(), [agreed(), agreed({ version: 2, followUpOn: '2026-06-01', employeeAgreedOn: null })])
  expect(await keptUntil('c1')).toBe('2026-09-02')
  await keep(held({ id: 'c2' }), [agreed({ followUpOn: '2026-06-01' })])
  expect([await keptUntil('c2'), await keptUntil('unknown')]).toEqual(['2026-12-01', undefined])
})

test('a share ends after its last day, and whoever left reads nothing any more that day', async () => {
  await keep(held(), [agreed()], [{ personId: 'ho', endsOn: '2026-04-01' }])
  await tendRecords(new Date('2026-04-01T10:00:00Z'))
  expect(await readersOf('c1')).toEqual(['em', 'ho', 'lo'])
  await tendRecords(new Date('2026-04-02T10:00:00Z'))
  expect(await readersOf('c1')).toEqual(['em', 'lo'])
  await leave('lo', '2026-04-02')
  await tendRecords(new Date('2026-04-02T10:01:00Z'))
  expect(await readersOf('c1')).toEqual(['em'])
  await expireToday('2026-06-30')
  expect(await keptIds(), 'an agreed record stays the employee’s').toEqual(['c1'])
})

test('thirty days after a lead left, a draft can go and so does a new version; what was agreed stays', async () => {
  const draft = agreed({ leadAgreedOn: null, employeeAgreedOn: null })
  await keep(held(), [draft])
  await keep(held({ id: 'c2' }), [agreed(), { ...draft, version: 2 }])
  await leave('lo', '2026-03-10')
  await expireToday('2026-04-09')
  expect(await db.select().from(conversationRecords)).toHaveLength(3)
  await expireToday('2026-04-10')
  expect((await db.select().from(conversationRecords)).map(row => [row.conversationId, row.version])).toEqual([
    ['c2', 1],
  ])
  expect(await stateOf('c1')).toMatchObject({ state: 'expired' })
})

test('an employee who left keeps record, plan and key for thirty days, should it be a mistake; then all of it goes', async () => {
  await keep(held(), [agreed()])
  const plan = { id: 'p1', personId: 'em', revision: 1, sealed: 'sealed', sight: 'onlyMe' as const }
  await transact(async tx => {
    await tx.insert(developmentPlans).values({ ...plan, changedOn: '2026-03-02' })
    await tx.insert(keyWraps).values({ thingId: 'p1', personId: 'em', wrapped: 'w', givenOn: '2026-03-02' })
    await tx.insert(keyWraps).values({ thingId: 'p1', personId: 'lo', wrapped: 'w', givenOn: '2026-03-02' })
  })
  await leave('em', '2026-03-10')
  await leave('lo', '2026-03-10')
  await expireToday('2026-04-09')
  expect([await readersOf('c1'), await readersOf('p1'), await keptIds()]).toEqual([['em'], ['em'], ['c1']])
  await expireToday('2026-04-10')
  expect(await tablesWith('"p1"')).toEqual([])
  expect([await keptIds(), await readersOf('c1')]).toEqual([[], []])
  const keys = await db
    .select()
    .from(ownKeys)
    .where(inArray(ownKeys.personId, ['em', 'lo']))
  expect(keys).toEqual([])
})

test('both are told two weeks before, and nobody else', async () => {
  await keep(held(), [agreed()])
  const told = async (personId: string, day: string) => recordsExpiringFor(personId, new Date(`${day}T10:00:00Z`))
  expect(await told('em', '2026-08-18')).toEqual([])
  const one = [{ conversationId: 'c1', keptUntil: '2026-09-02' }]
  expect([await told('em', '2026-08-19'), await told('lo', '2026-08-19')]).toEqual([one, one])
  expect(await told('ho', '2026-08-19')).toEqual([])
})

test('of the people who left only those are read whom a record is about', async () => {
  for (const personId of ['em', 'lo']) await leave(personId, '2026-03-10')
  expect([...(await leavingDays(['em', 'ho']))]).toEqual([['em', '2026-03-10']])
  expect((await leavingDays()).size).toBe(2)
})

test('many more than a batch go in one day, and what comes back with an old backup goes at the start', async () => {
  const rows = Array.from({ length: 520 }, (_, nth) => held({ id: `m${nth}` }))
  const records = rows.map(row => agreed({ conversationId: row.id }))
  const store = () =>
    transact(async tx => {
      await tx.delete(conversations)
      await tx.insert(conversations).values(rows)
      await tx.insert(conversationRecords).values(records)
    })
  await store()
  await expireToday('2026-09-03')
  expect(await keptIds()).toEqual([])
  await store()
  await keep(held({ id: 'other' }), [agreed()])
  await replayDestroyed(new Date('2026-04-03T10:00:00Z'))
  expect(await keptIds()).toEqual(['other'])
  expect(await stateOf('m7')).toMatchObject({ state: 'expired', endedOn: '2026-04-03' })
})
