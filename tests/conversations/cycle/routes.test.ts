import type { LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { embargoes, persons, rounds, transact } from '#db'
import { addWorkingDays } from '~/calendar'
import { cycleReaders } from '~/conversations/cycle/rules'
import { recordAgreement, recordPromiseAsked } from '~/conversations/team/agreeing.server'
import { recordHeld, recordPlan } from '~/conversations/team/planning.server'
import { append } from '~/ledger/store.server'
import { recordResponse } from '~/pulses/store.server'
import * as cycle from '~/routes/app.cycle'
import { answerOf, asPersonIn, hire } from '../../people/cast'
import { foundTeams, hireInto, inDays, today } from '../team/cast'

type Shown = {
  cycle: { id: string; teams: { name: string; talk: { kind: string }; agreements: { open: number } }[] } | null
  others: { id: string }[]
  overseen: { action: string; team: string | null }[]
}
const read = async (person: string, query = '') => {
  const request = await asPersonIn(person, `/app/cycle${query}`)
  return answerOf(async () => cycle.loader({ request, params: {}, context: {} } as LoaderFunctionArgs))
}
const shownTo = async (person: string, query = '') => (await read(person, query)) as Shown

const hash = `sha256:${'0'.repeat(64)}`
async function publish(id: string, number: number, daysAgo: number) {
  const days = { issuingFrom: inDays(-daysAgo - 14), opensOn: inDays(-daysAgo - 8), closesOn: inDays(-daysAgo - 1) }
  await transact(async tx => {
    await tx.insert(rounds).values({ id, number, state: 'published', withPilotItem: false, ...days })
    const totals = { roster: 20, counted: 12, rejected: 0 }
    const data = { round: id, results: hash, receipts: hash, totals }
    await append(tx, { type: 'results.published', data }, new Date(`${inDays(-daysAgo)}T12:00:00Z`))
  })
}

beforeAll(async () => {
  const { lead } = await foundTeams()
  for (const role of ['executive', 'hr', 'worksCouncil', 'projectLead', 'platformAdmin'] as const)
    await hire(`${role}@voorbeeld.nl`, [role])
  await hireInto('dept', 'collega')
  await publish('R1', 1, 40)
  await recordResponse('R1', { heard: 'a', willDo: 'b', willNotDo: 'c' }, new Date(`${inDays(-38)}T12:00:00Z`))
  await publish('R2', 2, 20)
  const now = new Date()
  const talk = await recordPlan({ teamId: 'morning', plannedOn: inDays(-2), time: '10:00' }, lead, now)
  const talkId = talk.ok ? talk.value.id : ''
  await recordHeld(talkId, { seen: 1, heldOn: inDays(-2) }, lead, now)
  const agree = (action: string, owner: 'team' | 'hr') =>
    recordAgreement(talkId, { action, owner, dueOn: inDays(3) }, lead, now)
  await agree('Van HR', 'hr')
  const asked = await agree('Van het team, gevraagd', 'team')
  await agree('Van het team zelf', 'team')
  await recordPromiseAsked(asked.ok ? asked.value.id : '', lead, now)
})

test('overseers read every team as counts, in the order of the tree, and no words of a team', async () => {
  for (const person of ['hr', 'worksCouncil', 'projectLead']) {
    const { cycle: now, others, overseen } = await shownTo(person)
    expect(now!.teams.map(({ name }) => name)).toEqual(['Klantcontact', 'Nacht', 'Ochtend', 'Team Een'])
    expect(now!.teams.map(({ talk }) => talk.kind)).toEqual(['late', 'late', 'done', 'noLead'])
    expect(now!.teams[2]!.agreements.open).toBe(3)
    expect([now!.id, others.map(({ id }) => id)]).toEqual(['R2', ['R1']])
    expect(overseen.map(({ action }) => action)).toEqual(['Van HR'])
    expect(JSON.stringify({ now, overseen })).not.toContain('Van het team')
  }
})

test('management reads also what it is asked to promise, first', async () => {
  const { overseen } = await shownTo('executive')
  expect(overseen.map(({ action }) => action)).toEqual(['Van het team, gevraagd', 'Van HR'])
})

test('a team of a lead only is not late; as soon as somebody else is in it, it is', async () => {
  const names = async () => (await shownTo('hr')).cycle!.teams.map(({ name }) => name)
  expect(await names()).not.toContain('Kantoor')
  const member = await hireInto('office', 'nieuwe')
  expect(await names()).toContain('Kantoor')
  await transact(tx => tx.update(persons).set({ leftAt: new Date() }).where(eq(persons.id, member.id)))
  expect(await names()).not.toContain('Kantoor')
})

test('what a small team agreed goes by the name of a larger one above it, and of its own once it is large', async () => {
  const named = async () => (await shownTo('hr')).overseen.map(({ team }) => team)
  expect(await named(), 'six in the department with the teams below: no team is named').toEqual([null])
  for (const name of ['een', 'twee']) await hireInto('night', name)
  expect(await named()).toEqual(['Klantcontact'])
  for (const name of ['drie', 'vier', 'vijf', 'zes', 'zeven']) await hireInto('morning', name)
  expect(await named(), 'control: eight are in the morning').toEqual(['Ochtend'])
})

test('a lead reads the own teams, everybody else the own one, and an administrator nothing', async () => {
  const names = async (person: string) => (await shownTo(person)).cycle!.teams.map(({ name }) => name)
  expect(await names('hoofd')).toEqual(['Klantcontact', 'Nacht'])
  expect([await names('lid'), await names('uil')]).toEqual([['Ochtend'], ['Nacht']])
  expect((await shownTo('lead')).overseen).toEqual([])
  expect(await read('platformAdmin')).toMatchObject({ status: 403 })
  expect(cycleReaders).not.toContain('platformAdmin')
})

test('an earlier result can be followed, and what nobody asked for is the latest', async () => {
  expect((await shownTo('hr', '?round=R1')).cycle).toMatchObject({
    id: 'R1',
    response: { kind: 'done', wasLate: false },
  })
  expect((await shownTo('hr', '?round=R1')).cycle!.teams[2]!.talk.kind).toBe('passedOver')
  expect((await shownTo('hr', '?round=niets')).cycle!.id).toBe('R2')
})

test('a result that the works council reads first is nowhere, and its time begins when everybody can read it', async () => {
  await publish('R3', 3, 1)
  const until = async (day: string) =>
    transact(async tx => {
      await tx.delete(embargoes).where(eq(embargoes.roundId, 'R3'))
      await tx.insert(embargoes).values({ roundId: 'R3', until: day })
    })
  await until(inDays(1))
  for (const person of ['executive', 'worksCouncil', 'lead']) {
    for (const query of ['', '?round=R3']) {
      const shown = await shownTo(person, query)
      expect(shown.cycle!.id).toBe('R2')
      expect(JSON.stringify(shown)).not.toContain('R3')
    }
  }
  await until(today)
  const dueOn = addWorkingDays(today, 5)
  const shown = await shownTo('executive')
  expect(shown.cycle, 'control: from its day on it is there').toMatchObject({
    id: 'R3',
    inSightOn: today,
    response: { dueOn },
  })
})
