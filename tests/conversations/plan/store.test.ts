import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { accessLog, db, developmentPlans, keyWraps, ownKeys, personRoles, persons, teams, transact } from '#db'
import { circleWithKeys } from '~/conversations/plan/circle.server'
import type { PlanSent } from '~/conversations/plan/form'
import { givePlanBack, ownPlanPage, planOfOther } from '~/conversations/plan/reading.server'
import { findOwnPlan, savePlan } from '~/conversations/plan/store.server'
import { withdrawPlan } from '~/conversations/retention/destroying.server'
import { keyPrint } from '~/conversations/sealing/sealed'
import type { Person } from '~/people/rules'
import { findById } from '~/people/store.server'
import { loader as otherDoor } from '~/routes/app.plan.$planId'
import { answerOf, asPersonIn, foundOrganisation, hire } from '../../people/cast'

const now = new Date('2026-11-22T12:00:00Z')
const at = { today: '2026-11-22', now }
let ada: Person

beforeAll(async () => {
  await foundOrganisation()
  await transact(async tx => {
    await tx.insert(teams).values({ id: 'top', name: 'Boven', parentId: null, siteId: 's' })
    await tx.update(teams).set({ parentId: 'top' }).where(eq(teams.id, 't'))
  })
  for (const [name, role] of [
    ['ada', 'agent'],
    ['lies', 'teamLead'],
    ['boss', 'teamLead'],
    ['hans', 'hr'],
    ['olga', 'worksCouncil'],
  ] as const)
    await hire(`${name}@voorbeeld.nl`, [role])
  await transact(tx => tx.update(persons).set({ teamId: 'top' }).where(eq(persons.id, 'boss')))
  ada = (await findById('ada'))!
  for (const id of ['ada', 'lies', 'boss', 'hans', 'olga']) await giveKey(id)
})

beforeEach(() =>
  transact(async tx => {
    for (const all of [keyWraps, developmentPlans, accessLog]) await tx.delete(all)
    await tx.insert(personRoles).values({ personId: 'lies', role: 'teamLead' }).onConflictDoNothing()
  }),
)

const prints = new Map<string, string>()
async function giveKey(personId: string, publicKey = `key-of-${personId}`) {
  prints.set(personId, await keyPrint(publicKey))
  const lock = { lockedKey: 'AA', salt: 'AA', iv: 'AA', stretching: 600_000, madeOn: at.today }
  const set = { publicKey, ...lock }
  await transact(tx =>
    tx
      .insert(ownKeys)
      .values({ personId, ...set })
      .onConflictDoUpdate({ target: ownKeys.personId, set }),
  )
}

const wrapsFor = (...ids: string[]) =>
  ids.map(personId => ({ personId, wrapped: `w-${personId}`, forKey: prints.get(personId) ?? '' }))
const sent = (change: Partial<PlanSent> = {}): PlanSent => ({
  ...{ planId: 'p1', revision: 0, sealed: 'xyz', sight: 'lead', reviewOn: '', wraps: wrapsFor('ada', 'lies') },
  ...change,
})
const person = async (id: string) => (await findById(id))!
const reads = async (id: string) => (await planOfOther('p1', await person(id), now)) !== undefined

test('a plan is open to whom its owner chose and to nobody else', async () => {
  expect(await savePlan(ada, sent(), at)).toEqual({ ok: true, value: { revision: 1 } })
  expect((await findOwnPlan('ada'))?.wrapped).toBe('w-ada')
  expect(await Promise.all(['lies', 'boss', 'hans', 'olga'].map(reads))).toEqual([true, false, false, false])
  const circle = await circleWithKeys(ada, await findOwnPlan('ada'))
  expect(circle.map(({ id, canRead }) => [id, canRead])).toEqual([
    ['lies', true],
    ['hans', false],
  ])
})

test.each([
  ['for somebody of HR while it is open to the lead only', () => sent({ wraps: wrapsFor('ada', 'hans') })],
  ['for the works council', () => sent({ sight: 'leadAndHr', wraps: wrapsFor('ada', 'olga') })],
  ['for the lead above the lead', () => sent({ wraps: wrapsFor('ada', 'boss') })],
  ['for nobody', () => sent({ wraps: [] })],
  ['twice for one', () => sent({ wraps: wrapsFor('ada', 'ada') })],
])('a plan whose key is wrapped %s is refused', async (_whom, plan) => {
  expect(await savePlan(ada, plan(), at)).toEqual({ ok: false, because: 'wrapsNotRight' })
  expect(await findOwnPlan('ada')).toBeNull()
})

test('a plan whose key is wrapped for a key that was replaced meanwhile is refused', async () => {
  const late = sent()
  await giveKey('lies', 'newer-key-of-lies')
  expect(await savePlan(ada, late, at)).toEqual({ ok: false, because: 'wrapsNotRight' })
  expect(await savePlan(ada, sent(), at)).toMatchObject({ ok: true })
})

test('whoever no longer leads reads nothing, also with a wrapped key; whoever takes over gets nothing by that', async () => {
  await savePlan(ada, sent(), at)
  await transact(tx => tx.delete(personRoles).where(eq(personRoles.personId, 'lies')))
  expect(await reads('lies')).toBe(false)
  expect(await reads('boss')).toBe(false)
})

test('an older revision does not write over a newer one', async () => {
  await savePlan(ada, sent(), at)
  await savePlan(ada, sent({ revision: 1, sealed: 'newer' }), at)
  expect(await savePlan(ada, sent({ revision: 1 }), at)).toEqual({ ok: false, because: 'changedMeanwhile' })
  expect(await findOwnPlan('ada')).toMatchObject({ revision: 2, sealed: 'newer' })
})

test('closing a plan takes the key away at once', async () => {
  await savePlan(ada, sent(), at)
  await savePlan(ada, sent({ revision: 1, sight: 'onlyMe', wraps: wrapsFor('ada') }), at)
  expect(await reads('lies')).toBe(false)
  expect((await db.select().from(keyWraps)).map(wrap => wrap.personId)).toEqual(['ada'])
})

test('a plan that was destroyed does not come back by a save that was under way', async () => {
  await savePlan(ada, sent({ planId: 'p0' }), at)
  expect(await withdrawPlan(ada)).toBe(true)
  expect(await savePlan(ada, sent({ planId: 'p0', revision: 1 }), at)).toEqual({ ok: false, because: 'gone' })
  expect(await db.select().from(keyWraps)).toEqual([])
})

test('nobody takes the id of a plan of somebody else', async () => {
  await savePlan(ada, sent(), at)
  const lies = await person('lies')
  const stolen = await savePlan(lies, sent({ sight: 'onlyMe', wraps: wrapsFor('lies') }), at)
  expect(stolen).toEqual({ ok: false, because: 'wrapsNotRight' })
})

test('the owner reads who opened the plan', async () => {
  await savePlan(ada, sent(), at)
  await planOfOther('p1', await person('lies'), now)
  await planOfOther('p1', await person('lies'), now)
  const { log } = await ownPlanPage(ada)
  expect(log.map(({ deed, name }) => [deed, name])).toEqual([['read', 'lies Test']])
})

test('the log of a plan shows the day and the hour on the clock here, also after midnight', async () => {
  await savePlan(ada, sent(), at)
  await planOfOther('p1', await person('lies'), new Date('2026-11-22T23:30:00Z'))
  expect((await ownPlanPage(ada)).log).toMatchObject([{ deed: 'read', day: '2026-11-23', time: '00:30' }])
})

test('a reader gives the owner the plan back, once', async () => {
  await savePlan(ada, sent(), at)
  await transact(tx => tx.delete(keyWraps).where(eq(keyWraps.personId, 'ada')))
  const [lies, olga] = [await person('lies'), await person('olga')]
  const forKey = prints.get('ada')!
  expect(await givePlanBack('p1', olga, { wrapped: 'n', forKey, at: now })).toBe(false)
  await givePlanBack('p1', lies, { wrapped: 'dead', forKey: prints.get('lies')!, at: now })
  expect((await findOwnPlan('ada'))?.wrapped).toBeNull()
  expect(await givePlanBack('p1', lies, { wrapped: 'new', forKey, at: now })).toBe(true)
  expect((await findOwnPlan('ada'))?.wrapped).toBe('new')
  await givePlanBack('p1', lies, { wrapped: 'evil', forKey, at: now })
  expect((await findOwnPlan('ada'))?.wrapped).toBe('new')
})

test('the page of a plan is not there for anybody who may not read it', async () => {
  await savePlan(ada, sent(), at)
  const knock = async (id: string) => {
    const request = await asPersonIn(id, '/app/plan/p1')
    const answer = await answerOf(() => otherDoor({ request, params: { planId: 'p1' }, context: {} } as never))
    return answer instanceof Response ? answer.status : 200
  }
  expect(await Promise.all(['lies', 'ada', 'hans', 'olga', 'boss'].map(knock))).toEqual([200, 404, 404, 404, 404])
})
