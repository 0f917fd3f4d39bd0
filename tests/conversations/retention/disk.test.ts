import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import * as database from '#db'
import { conversationRecords, conversations, db, keyWraps, migrate, transact } from '#db'
import { withdrawAll } from '~/conversations/own/things.server'
import { savePlan } from '~/conversations/plan/store.server'
import { endShare } from '~/conversations/record/sharing.server'
import { destroyedMark, destroyedMarks, rememberDestroyed } from '~/conversations/retention/destroyed-list.server'
import { withdraw } from '~/conversations/retention/destroying.server'
import { expireToday, tendRecords } from '~/conversations/retention/expiring.server'
import { replayDestroyed } from '~/conversations/retention/replaying.server'
import { loseOwnKey } from '~/conversations/sealing/losing.server'
import { findOwnKey, relockOwnKey } from '~/conversations/sealing/store.server'
import { agreed, held, keep, threeWithKeys } from './talks'

// What is destroyed and what the list says of it are one, whatever fails: the transaction, or cleaning the disk.

const broken = vi.hoisted(() => ({ deleting: false }))
vi.mock('#db', async original => {
  const real = await original<typeof import('#db')>()
  const failed = () => {
    throw new Error('the disk is full')
  }
  const get = (tx: object, name: string) => (name === 'delete' ? failed : Reflect.get(tx, name).bind(tx))
  const failing: typeof real.transact = work =>
    real.transact(tx => work(broken.deleting ? new Proxy(tx, { get: get as never }) : tx))
  return { ...real, transact: failing, compact: vi.fn(real.compact) }
})

const at = new Date('2026-03-10T10:00:00Z')
const self = { id: 'em' }
const isListed = (id: string) => destroyedMarks().has(destroyedMark(id))
const compacted = () => vi.mocked(database.compact).mock.calls.length
const stateOf = async (id: string) => (await db.select().from(conversations).where(eq(conversations.id, id)))[0]?.state

beforeAll(async () => {
  await migrate()
  await threeWithKeys()
  await tendRecords(at)
})
beforeEach(() =>
  transact(async tx => {
    for (const table of [keyWraps, conversations, database.accessLog]) await tx.delete(table)
  }),
)

test('whoever sees an error still has the record, and it is not destroyed later either; control: without one it is listed', async () => {
  await keep(held({ id: 'f1' }), [agreed()])
  await transact(tx => tx.delete(keyWraps).where(eq(keyWraps.personId, 'lo')))
  broken.deleting = true
  const all = [() => withdraw('f1', self, at), () => withdrawAll(self, at), () => loseOwnKey('em', at)]
  for (const destroying of all) await expect(destroying()).rejects.toThrow('the disk is full')
  await expect(expireToday('2027-09-03')).rejects.toThrow()
  broken.deleting = false
  expect([isListed('f1'), await stateOf('f1')]).toEqual([false, 'held'])
  await replayDestroyed(at)
  expect(await db.select().from(conversationRecords)).toHaveLength(1)
  await withdraw('f1', self, at)
  expect(isListed('f1')).toBe(true)
})

test('a disk that cannot be cleaned undoes no withdrawal, and is cleaned a minute later, once', async () => {
  await keep(held({ id: 'd1' }), [agreed()])
  vi.mocked(database.compact).mockRejectedValueOnce(new Error('busy'))
  expect(await withdraw('d1', self, at)).toBe(true)
  const before = compacted()
  for (let minute = 1; minute <= 2; minute++) await tendRecords(at)
  expect(compacted() - before).toBe(1)
})

test('the wrap of a share that was ended, and an old lock, leave the disk within a minute', async () => {
  await keep(held({ id: 's1' }), [agreed()], [{ personId: 'ho', endsOn: '2026-04-01' }])
  const before = compacted()
  await endShare({ conversationId: 's1', personId: 'em' }, 'ho', at)
  await tendRecords(at)
  expect(compacted() - before).toBe(1)
  const { madeOn: _, ...stored } = (await findOwnKey('ho'))!
  expect((await relockOwnKey('ho', { ...stored, salt: 'AAAA' })).ok).toBe(true)
  await tendRecords(at)
  expect(compacted() - before).toBe(2)
})

test('a talk that comes back from before its record ends at once, so that no new record of it is destroyed', async () => {
  rememberDestroyed(['back', 'lost'], 'withdrawn')
  rememberDestroyed(['lost'], 'expired')
  await transact(async tx => {
    await tx
      .insert(conversations)
      .values([
        held({ id: 'back' }),
        held({ id: 'lost' }),
        held({ id: 'other' }),
        held({ id: 'planned', state: 'planned', heldOn: null }),
      ])
  })
  await replayDestroyed(at)
  const states = await Promise.all(['back', 'lost', 'other', 'planned'].map(stateOf))
  expect(states).toEqual(['withdrawn', 'expired', 'held', 'planned'])
})

test('a plan that was destroyed is not begun again under its old name', async () => {
  const plan = (planId: string) => ({
    ...{ planId, revision: 0, sealed: 'x', sight: 'onlyMe', reviewOn: '' },
    wraps: [{ personId: 'em', wrapped: 'w', forKey: 'k' }],
  })
  const person = { id: 'em', teamId: 't', roles: [] } as never
  const save = (planId: string) => savePlan(person, plan(planId) as never, { today: '2026-03-10', now: at })
  const gone = { ok: false, because: 'gone' }
  rememberDestroyed(['gone-plan'], 'withdrawn')
  expect(await save('gone-plan')).toEqual(gone)
  expect(await save('new-plan'), 'control').not.toEqual(gone)
})
