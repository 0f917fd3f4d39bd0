import { eq } from 'drizzle-orm'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeMailbox, mails, openMailbox } from '../notices/mailbox'

const noon = (day: string) => new Date(`${day}T11:00:00Z`)
const raisedOn = '2026-06-01'

async function open() {
  await openMailbox()
  const db = await import('#db')
  const people = await import('../people/cast')
  await people.foundOrganisation()
  for (const role of ['executive', 'projectLead', 'worksCouncil', 'hr'] as const)
    await people.hire(`${role}@x.nl`, [role])
  await people.hire('gent@x.be', ['worksCouncil'])
  await db.transact(async tx => {
    await tx.insert(db.sites).values({ id: 'gent', name: 'Gent', jurisdiction: 'BE' })
    await tx.insert(db.teams).values({ id: 'gent', name: 'Gent', parentId: null, siteId: 'gent' })
    await tx.update(db.persons).set({ teamId: 'gent', language: 'fr' }).where(eq(db.persons.id, 'gent'))
  })
  const cast = await import('./cast')
  const { remindOfVetoes } = await import('~/gates/veto/mail.server')
  return { ...db, ...cast, remindOfVetoes }
}
let house: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  house = await open()
})
afterAll(closeMailbox)

/** A veto of a group of its own, raised on the first of June: ten working days end on the fifteenth. */
async function veto() {
  const world = await house.foundGate(raisedOn)
  const about = { gateId: world.gateId, version: 1 }
  await house.decide(world, { subject: 'criteria', about, detail: {} }, noon(raisedOn))
  const detail = { persuade: 'Beter.' }
  await house.decide(world, { subject: 'veto', about: { ...about, criterion: 1 }, detail }, noon(raisedOn))
  const [row] = await house.db.select().from(house.vetoes).where(eq(house.vetoes.gateId, world.gateId))
  return { world, id: row!.id, dueOn: row!.answerDueOn }
}

/** Runs the minute of the timetable on a day, more than once, and returns who got what. */
async function mailsOn(day: string, times = 2) {
  mails.length = 0
  for (let time = 0; time < times; time++) await house.remindOfVetoes(noon(day))
  const read = await Promise.all(mails.map(mail => PostalMime.parse(mail)))
  return read.map(({ to, subject, text }) => ({ to: to?.[0]?.address ?? '', subject, text: text ?? '' }))
}
const management = ['executive@x.nl', 'projectLead@x.nl']
const readers = (all: { to: string }[]) => all.map(({ to }) => to).sort()

test('management is mailed on raising, two working days before the end and when it is late: once each, and nobody else', async () => {
  const { id, dueOn } = await veto()
  expect(dueOn).toBe('2026-06-15')
  const first = await mailsOn(raisedOn)
  expect(readers(first)).toEqual(management)
  for (const { text } of first) expect(text).toContain(`/app/vetoes/${id}`)
  expect(await mailsOn('2026-06-10')).toEqual([])
  expect(readers(await mailsOn('2026-06-11'))).toEqual(management)
  expect(await mailsOn('2026-06-15')).toEqual([])
  const late = await mailsOn('2026-06-16')
  expect(late.map(({ subject }) => subject)).toEqual(Array(2).fill('Het antwoord op een veto is te laat'))
  expect(await mailsOn('2026-06-30')).toEqual([])
})

test('a server that stood still sends what is right now, and not what is over', async () => {
  await veto()
  const said = await mailsOn('2026-06-16')
  expect(said.map(({ subject }) => subject)).toEqual(Array(2).fill('Het antwoord op een veto is te laat'))
})

test('a group that goes to the works council is heard there; in Belgium with the social partners', async () => {
  const { world, id } = await veto()
  await mailsOn(raisedOn)
  await house.decide(world, { subject: 'escalate', about: { vetoId: id } }, noon('2026-06-02'))
  const said = await mailsOn('2026-06-02')
  expect(readers(said)).toEqual(['gent@x.be', 'worksCouncil@x.nl'])
  expect(said.find(({ to }) => to === 'gent@x.be')!.text).toContain('partenaires sociaux')
  expect(said.find(({ to }) => to === 'worksCouncil@x.nl')!.text).not.toContain('sociale partners')
})
