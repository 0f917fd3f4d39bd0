import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, personRoles, persons, transact } from '#db'
import { type Role, roles } from '~/people/rules'
import { hasConfidant, likelyConfidants, listConfidants } from '~/pulses/comments/confidants.server'
import {
  appointConfidant,
  areReleased,
  heldUntil,
  isDue,
  mayBeConfidant,
  neverConfidants,
  openHold,
} from '~/pulses/comments/holds'
import * as door from '~/routes/app.comments.confidants'
import { answerOf, asPersonIn, formPost, foundOrganisation, hire } from '../../people/cast'

const allowed: Role[] = ['agent', 'workgroupMember', 'worksCouncil']

test('only who has nothing to gain from knowing reads comments first', () => {
  expect(roles.filter(role => mayBeConfidant({ roles: [role] }))).toEqual(allowed)
  for (const role of neverConfidants)
    expect(appointConfidant({ id: 'a', roles: ['worksCouncil', role] }, new Set())).toMatchObject({
      because: 'hasOwnInterest',
    })
  expect(appointConfidant({ id: 'a', roles: ['agent'] }, new Set(['b'])).ok).toBe(true)
  expect(appointConfidant({ id: 'a', roles: ['agent'] }, new Set(['a']))).toMatchObject({ because: 'alreadyConfidant' })
  expect(appointConfidant(undefined, new Set())).toMatchObject({ because: 'noSuchPerson' })
})

test.each([
  ['2026-12-04', '2026-12-11'],
  ['2026-12-05', '2026-12-11'],
  ['2026-12-07', '2026-12-14'],
])('what is published on %s waits until %s at the latest', (from, until) => {
  expect(heldUntil(from)).toBe(until)
  const waiting = { heldUntil: until, releasedOn: null }
  expect([isDue(waiting, from), isDue(waiting, until)]).toEqual([false, true])
  expect(isDue({ ...waiting, releasedOn: until }, until)).toBe(false)
})

test('without a hold nothing waits; with one, until it is released', () => {
  expect(areReleased(undefined)).toBe(true)
  expect(areReleased({ heldUntil: '2026-12-11', releasedOn: null })).toBe(false)
  expect(openHold(undefined)).toMatchObject({ because: 'noHold' })
  expect(openHold({ heldUntil: '2026-12-11', releasedOn: '2026-12-08' })).toMatchObject({ because: 'alreadyReleased' })
})

beforeAll(async () => {
  await foundOrganisation()
  await hire('council@v.nl', ['worksCouncil'])
  await hire('anna@v.nl', ['agent', 'worksCouncil'])
  await hire('bea@v.nl', ['agent'])
  await hire('boss@v.nl', ['executive', 'worksCouncil'])
})

const go = async (values?: Record<string, string>, who = 'council') => {
  const request = await asPersonIn(who, '/app/comments/confidants', values ? formPost(values) : {})
  const deed = values ? door.action : door.loader
  return answerOf(() => (deed as (args: object) => Promise<unknown>)({ request, params: {}, context: {} }))
}

test('the works council appoints its own member or a colleague, and nobody with another interest', async () => {
  expect(await go()).toMatchObject({ confidants: [] })
  expect((await likelyConfidants()).map(({ id }) => id)).toEqual(['anna', 'council'])
  expect(await go({ deed: 'appoint', email: 'Anna@V.nl' })).toMatchObject({ status: 302 })
  expect(await go({ deed: 'appoint', email: 'bea@v.nl' })).toMatchObject({ status: 302 })
  for (const [email, refused] of [
    ['anna@v.nl', 'alreadyConfidant'],
    ['boss@v.nl', 'hasOwnInterest'],
    ['nobody@v.nl', 'noSuchPerson'],
  ])
    expect(await go({ deed: 'appoint', email: email! })).toMatchObject({
      data: { refused, typed: email },
      init: { status: 409 },
    })
  expect(await go({ deed: 'appoint', email: ' ' })).toMatchObject({ data: { refused: 'required' } })
  expect((await listConfidants()).map(({ id }) => id)).toEqual(['anna', 'bea'])
})

test('whoever gets another role later, or leaves, is no confidant from that moment', async () => {
  await transact(tx => tx.insert(personRoles).values({ personId: 'anna', role: 'hr' }))
  expect(await listConfidants()).toMatchObject([
    { id: 'anna', mayRead: false },
    { id: 'bea', mayRead: true },
  ])
  await transact(tx => tx.update(persons).set({ leftAt: new Date() }).where(eq(persons.id, 'bea')))
  expect(await hasConfidant(db)).toBe(false)
  await transact(tx => tx.update(persons).set({ leftAt: null }).where(eq(persons.id, 'bea')))
  expect(await hasConfidant(db)).toBe(true)
  expect(await go({ deed: 'end', personId: 'bea' })).toMatchObject({ status: 302 })
  expect((await listConfidants()).map(({ id }) => id)).toEqual(['anna'])
})
