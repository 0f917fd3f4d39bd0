import { beforeAll, expect, test } from 'vitest'
import {
  accessLog,
  conversationRecords,
  conversations,
  db,
  developmentPlans,
  keyWraps,
  leadPredictions,
  ownKeys,
  rounds,
  transact,
} from '#db'
import { everythingOf } from '~/conversations/own/everything.server'
import { notOpened, writeEverything } from '~/conversations/own/file'
import { withdrawAll } from '~/conversations/own/things.server'
import { destroyedMark, destroyedMarks } from '~/conversations/retention/destroyed-list.server'
import { action } from '~/routes/app.own_.records'
import { loader } from '~/routes/app.own[.json]'
import { asPersonIn, formPost, foundOrganisation, hire } from '../../people/cast'

const at = new Date('2026-11-22T12:00:00Z')
const today = '2026-11-22'
const key = { publicKey: 'PUB', lockedKey: 'LOCKED', salt: 'SALT', iv: 'IV', stretching: 600_000, madeOn: today }

beforeAll(async () => {
  await foundOrganisation()
  await hire('ada@voorbeeld.nl', ['agent'], 'HASHED-PASSWORD')
  for (const name of ['bob', 'cem']) await hire(`${name}@voorbeeld.nl`, ['teamLead'])
  await transact(async tx => {
    const talk = { employeeId: 'ada', leadId: 'bob', invitedBy: 'lead', invitedOn: today, isCounted: false } as const
    await tx.insert(conversations).values([
      { id: 'c1', ...talk, state: 'held', heldOn: today },
      { id: 'c2', ...talk, state: 'declined' },
    ])
    const record = { conversationId: 'c1', version: 1, revision: 1, sealedShared: 'SEALED' }
    await tx.insert(conversationRecords).values({ ...record, leadAgreedOn: today, employeeAgreedOn: today })
    const wrap = { wrapped: 'WRAP', givenOn: today }
    await tx.insert(keyWraps).values(['ada', 'bob'].map(personId => ({ thingId: 'c1', personId, ...wrap })))
    await tx.insert(keyWraps).values({ thingId: 'p1', personId: 'ada', ...wrap })
    await tx.insert(accessLog).values({ id: 'l1', thingId: 'c1', actorId: 'bob', deed: 'read', at })
    const plan = { id: 'p1', personId: 'ada', revision: 1, sealed: 'SEALED-PLAN', sight: 'onlyMe' } as const
    await tx.insert(developmentPlans).values({ ...plan, changedOn: today })
    await tx.insert(ownKeys).values({ personId: 'ada', ...key })
    const days = { issuingFrom: today, opensOn: today, closesOn: today }
    await tx.insert(rounds).values({ id: 'r1', number: 1, state: 'draft', withPilotItem: false, ...days })
    await tx.insert(leadPredictions).values({ roundId: 'r1', personId: 'bob', barrier: 'ai_fails', ofTen: 4 })
  })
})

const held = async (personId: string) => {
  const { holdings } = await everythingOf(personId, at)
  return Object.fromEntries(holdings.map(({ about, rows }) => [about, rows]))
}

test('somebody is told what is held of them, table by table', async () => {
  const told = await held('ada')
  expect(told.persons).toEqual([
    { name: 'ada Test', email: 'ada@voorbeeld.nl', team: 'Team Een', language: null, hasPassword: true },
  ])
  expect(told.personRoles).toEqual([{ role: 'agent' }])
  expect(told.conversations).toHaveLength(2)
  expect(told.keyWraps).toHaveLength(3)
  expect(told.accessLog).toMatchObject([{ who: 'bob Test', deed: 'read', thing: 'record' }])
  expect(told.developmentPlans).toMatchObject([{ sight: 'onlyMe' }])
  expect(told.leadPredictions).toBeUndefined()
  expect((await held('bob')).leadPredictions).toEqual([{ round: 'r1', barrier: 'ai_fails', ofTen: 4 }])
})

test('to a lead an invitation that was declined is one without an answer, here too', async () => {
  const states = async (id: string) => (await held(id)).conversations!.map(talk => talk.state).sort()
  expect(await states('ada')).toEqual(['declined', 'held'])
  expect(await states('bob')).toEqual(['held', 'invited'])
})

test('nobody is told anything of somebody else', async () => {
  const all = writeEverything(await everythingOf('cem', at))
  expect(all).not.toMatch(/ada|bob|c1|p1/)
})

test('the record belongs to the employee: the lead reads it with the talk and takes no copy along', async () => {
  expect((await everythingOf('ada', at)).records).toMatchObject([{ conversationId: 'c1', wrapped: 'WRAP' }])
  expect((await everythingOf('bob', at)).records).toEqual([])
})

test('the file says that words were not opened, and holds nothing that opens a door', async () => {
  const answer = await loader({ request: await asPersonIn('ada', '/app/own.json') } as never)
  const text = await answer.text()
  const file = JSON.parse(text)
  expect(file.records[0].agreed.words).toBe(notOpened)
  expect(file.developmentPlan.words).toBe(notOpened)
  expect(text).not.toMatch(/HASHED|LOCKED|SALT|WRAP|SEALED/)
})

test('opened words stand in the file that the browser writes', async () => {
  const all = await everythingOf('ada', at)
  const opened = { shared: { topics: [], text: 'Wij spraken', actions: [] }, own: 'Van mij', objection: '' }
  const agreed = { ...all.records[0]!.agreed!, ...opened }
  const file = JSON.parse(writeEverything(all, { records: { c1: { agreed } } }))
  expect(file.records[0].agreed.words).toMatchObject({ text: 'Wij spraken', own: 'Van mij' })
  expect(JSON.stringify(file)).not.toContain('SEALED')
})

test('records go together, once somebody is sure, and stay gone', async () => {
  const post = async (values: Record<string, string>) =>
    action({ request: await asPersonIn('ada', '/app/own/records', formPost(values)) } as never)
  await post({})
  expect(await db.select().from(conversationRecords)).toHaveLength(1)
  expect(await withdrawAll({ id: 'bob' }, at)).toBe(0)
  await post({ sure: 'yes' })
  expect(await db.select().from(conversationRecords)).toEqual([])
  expect((await db.select().from(keyWraps)).map(wrap => wrap.thingId)).toEqual(['p1'])
  expect([...destroyedMarks().keys()]).toContain(destroyedMark('c1'))
  expect(await withdrawAll({ id: 'ada' }, at)).toBe(0)
})
