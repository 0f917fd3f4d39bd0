import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { persons, transact } from '#db'
import {
  findAsked,
  linkPromise,
  listAsked,
  recordAgreement,
  recordEnd,
  recordPromiseAsked,
} from '~/conversations/team/agreeing.server'
import { recordCancel, recordChange, recordHeld, recordPlan } from '~/conversations/team/planning.server'
import { talkInSight, teamsInSight } from '~/conversations/team/shown.server'
import {
  agreementsKept,
  agreementsOf,
  findTalk,
  lastTalk,
  openAgreements,
  talksHeldSince,
} from '~/conversations/team/store.server'
import { ownTeamsOf } from '~/conversations/team/teams.server'
import { findById } from '~/people/store.server'
import { recordPromise } from '~/promises/store.server'
import { foundTeams, hireInto, inDays, today } from './cast'

const now = new Date()
let people: Awaited<ReturnType<typeof foundTeams>>
beforeAll(async () => {
  people = await foundTeams()
})

type Kept<T> = T extends { ok: true; value: infer Value } ? Value : never
function kept<T extends { ok: boolean }>(decision: T): Kept<T> {
  if (!decision.ok) throw new Error(JSON.stringify(decision))
  return (decision as unknown as { value: Kept<T> }).value
}

const plan = (days: number, over = {}) => ({ plannedOn: inDays(days), time: '10:00', teamId: 'morning', ...over })
const planned = async (days: number, over = {}) => kept(await recordPlan(plan(days, over), people.lead, now)).id
async function held(days: number) {
  const id = await planned(days)
  kept(await recordHeld(id, { seen: 1, heldOn: inDays(days) }, people.lead, now))
  return id
}
const agreed = async (talkId: string, action: string, over = {}) =>
  kept(await recordAgreement(talkId, { action, owner: 'team', dueOn: inDays(5), ...over }, people.lead, now)).id

describe('own teams', () => {
  test('are the team one is in and those below without a nearer lead', async () => {
    const names = async (of: keyof typeof people) => (await ownTeamsOf(people[of])).map(({ id }) => id)
    expect(await names('head')).toEqual(['dept', 'night'])
    expect(await names('lead')).toEqual(['morning'])
    expect(await names('second')).toEqual(['morning'])
    expect([await names('member'), await names('other')]).toEqual([[], ['office']])
  })
})

describe('a talk', () => {
  test('planned twice is one talk, and only with an own team', async () => {
    const id = await planned(3)
    expect(await planned(3)).toBe(id)
    for (const person of [people.head, people.other, people.member])
      expect(await recordPlan(plan(3), person, now)).toMatchObject({ because: 'notYourTeam' })
    expect(await recordPlan(plan(-61), people.lead, now)).toMatchObject({ because: 'tooLongAgo' })
  })

  test('changed by two at once keeps the first change, and sent twice is changed once', async () => {
    const id = await planned(4)
    const change = (time: string, seen = 1) => ({ plannedOn: inDays(4), time, seen, guideSlug: 'just-words' as const })
    kept(await recordChange(id, change('11:00'), people.lead, now))
    kept(await recordChange(id, change('11:00'), people.lead, now))
    expect(await recordChange(id, change('12:00'), people.second, now)).toMatchObject({ because: 'changedMeanwhile' })
    expect(await recordCancel(id, 1, people.second)).toMatchObject({ because: 'changedMeanwhile' })
    kept(await recordCancel(id, 2, people.second))
    expect(await findTalk(id)).toMatchObject({ state: 'cancelled', version: 3, guideSlug: 'just-words' })
    expect(await recordHeld(id, { seen: 3, heldOn: today }, people.lead, now)).toMatchObject({
      because: 'notPlannedAnyMore',
    })
  })

  test('is of no other lead, not even of the head of the department', async () => {
    const id = await planned(6)
    for (const person of [people.head, people.other]) {
      expect(await recordHeld(id, { seen: 1, heldOn: today }, person, now)).toMatchObject({ because: 'noSuchTalk' })
      expect(await talkInSight(id, person, now)).toBeUndefined()
    }
    expect(await talkInSight(id, people.owl, now)).toBeUndefined()
    expect(await talkInSight(id, people.member, now)).toMatchObject({ leads: false })
  })
})

describe('what was agreed', () => {
  test('is carried along until it ends, and the last talk is the last one held', async () => {
    const first = await held(-20)
    const id = await agreed(first, 'Pauzes op het bord')
    expect(await agreed(first, 'Pauzes op het bord')).toBe(id)
    const second = await held(-6)
    await held(-2)
    expect((await lastTalk('morning'))?.heldOn).toBe(inDays(-2))
    expect((await openAgreements('morning')).map(({ action, carried }) => [action, carried])).toEqual([
      ['Pauzes op het bord', 2],
    ])
    expect((await talkInSight(second, people.member, now))?.earlier.map(one => one.id)).toEqual([id])
    expect((await talksHeldSince(inDays(-6))).map(({ heldOn }) => heldOn)).toEqual([inDays(-6), inDays(-2)])
    expect(await recordEnd(id, { outcome: 'dropped', because: '' }, people.lead, now)).toMatchObject({
      because: 'reasonMissing',
    })
    kept(await recordEnd(id, { outcome: 'done', because: '' }, people.lead, now))
    kept(await recordEnd(id, { outcome: 'done', because: '' }, people.lead, now))
    expect(await recordEnd(id, { outcome: 'dropped', because: 'x' }, people.lead, now)).toMatchObject({
      because: 'alreadyEnded',
    })
    expect(await openAgreements('morning')).toEqual([])
    const [asKept, listed] = [await agreementsKept(['morning']), await agreementsOf(['morning'])]
    expect(asKept, 'what only counts them reads no talks').toEqual(listed.map(({ carried: _, ...rest }) => rest))
  })

  test('in a talk has its limits: held, in time, and no more than ten', async () => {
    const said = { action: 'Iets', owner: 'hr' as const, dueOn: inDays(1) }
    expect(await recordAgreement(await planned(7), said, people.lead, now)).toMatchObject({ because: 'notHeldYet' })
    const id = await held(-1)
    const early = { ...said, dueOn: inDays(-2) }
    expect(await recordAgreement(id, early, people.lead, now)).toMatchObject({ because: 'dueBeforeTalk' })
    for (let nth = 0; nth < 10; nth++) await agreed(id, `Afspraak ${nth}`)
    expect(await recordAgreement(id, said, people.lead, now)).toMatchObject({ because: 'tooMany' })
    expect(await recordAgreement(id, said, people.other, now)).toMatchObject({ because: 'noSuchTalk' })
  })

  test('becomes the first promise that is made of it, and only where one was asked for', async () => {
    const id = await agreed(await held(-3), 'Een stiltehoek op elke vloer', { owner: 'management' })
    const words = { why: 'x', scope: 'x', exclusions: 'x', measure: '1', ownerRole: 'executive' as const }
    const made = async (text: string) =>
      kept(await recordPromise({ ...words, text, madeOn: today, dueOn: today }, { roles: ['executive'] }, now)).id
    const [one, other] = [await made('Een'), await made('Twee')]
    await linkPromise(id, one)
    expect(await findAsked(id)).toBeUndefined()
    expect(await recordPromiseAsked(id, people.other, now)).toMatchObject({ because: 'noSuchAgreement' })
    kept(await recordPromiseAsked(id, people.lead, now))
    expect((await listAsked()).map(asked => asked.id)).toEqual([id])
    await linkPromise(id, one)
    await linkPromise(id, other)
    expect(await findAsked(id)).toMatchObject({ promiseId: one })
    expect(await listAsked()).toEqual([])
  })
})

test('a new lead of the same team sees its talks and agreements; who moved away does not', async () => {
  const before = await teamsInSight(people.lead, now)
  await transact(tx => tx.update(persons).set({ teamId: 'office' }).where(eq(persons.id, people.lead.id)))
  const successor = await hireInto('morning', 'opvolger', ['teamLead'])
  const after = await teamsInSight(successor, now)
  expect(after.teams.map(team => team.open.length)).toEqual(before.teams.map(team => team.open.length))
  const gone = await teamsInSight((await findById(people.lead.id))!, now)
  expect(gone.teams).toMatchObject([{ id: 'office', open: [], held: [] }])
})
