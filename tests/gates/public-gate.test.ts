import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db, gateKeys, gateListeners, transact, vetoMoves } from '#db'
import { config } from '~/config.server'
import { action, loader as listening } from '~/routes/app.gates.$gateId.listeners'
import { loader as all } from '~/routes/gates._index'
import { loader as one } from '~/routes/gates.$gateId'
import { answerOf, asPersonIn, formPost, foundOrganisation, hire } from '../people/cast'
import { gateWith, opened, vetoed } from './machine-world'

const at = (path: string, gateId = '') =>
  ({ request: new Request(`http://localhost:3000${path}`), params: { gateId }, context: {} }) as never
const shown = async (gateId: string, query = '') => (await one(at(`/gates/${gateId}${query}`, gateId))) as Shown
type Shown = { gate: Record<string, unknown>; title: string }

beforeAll(() => foundOrganisation())

describe('what everybody reads of a gate', () => {
  test('how far it is open, both locks, what holds it, and its vetoes in the words of the group', async () => {
    const gate = await gateWith({ steps: [{}, { pct: 60, keys: ['workgroup'] }] })
    await opened(gate)
    expect((await shown(gate)).gate).toMatchObject({ pct: 20, reasons: ['formalKeyMissing'], vetoes: [] })
    const id = await vetoed(gate)
    const { gate: held } = await shown(gate)
    expect(held).toMatchObject({ pct: 0, reasons: ['vetoStands'], step: { targetPct: 20 } })
    expect(held.vetoes).toEqual([expect.objectContaining({ id, state: 'raised', persuade: 'c', signed: null })])
    const { gates } = (await all(at('/gates'))) as { gates: { id: string; vetoes: number }[] }
    expect(gates.find(listed => listed.id === gate)).toMatchObject({ pct: 0, vetoes: 1 })
  })

  test('no file, no vote, no words of a key and no name travel along, but of a director who set a veto aside', async () => {
    const gate = await gateWith()
    await transact(async tx => {
      await tx.update(gateKeys).set({ reason: 'words of the works council', fileName: 'ada.pdf' })
    })
    const id = await vetoed(gate)
    expect(JSON.stringify(await shown(gate))).not.toMatch(/words of the works|ada\.pdf|proposal|personId|evidence/)
    const signed = { vetoId: id, number: 1, state: 'overridden' as const, side: 'director' as const }
    await transact(async tx => {
      await tx.insert(vetoMoves).values({ ...signed, movedOn: '2026-06-16', reason: 'w', signedBy: 'Ada Test' })
    })
    const name = { name: 'Ada Test', day: '2026-06-16', reason: 'w' }
    expect(((await shown(gate)).gate.vetoes as unknown[])[0]).toMatchObject({ signed: name })
  })

  test('it is told in three languages, 404 for what is not there, and for who signs in where that was chosen', async () => {
    const gate = await gateWith()
    const titles = (await Promise.all(['nl', 'en', 'fr'].map(lang => all(at(`/gates?lang=${lang}`))))) as {
      title: string
    }[]
    expect(titles.map(({ title }) => title.split(' ·')[0])).toEqual(['Poorten', 'Gates', 'Points de passage'])
    expect(await answerOf(() => shown('G-999'))).toMatchObject({ status: 404 })
    const closed = vi.spyOn(config, 'promisesVisibility', 'get').mockReturnValue('signedIn')
    expect(await answerOf(() => shown(gate))).toMatchObject({ status: 403 })
    expect(await answerOf(() => all(at('/gates')) as Promise<unknown>)).toMatchObject({ status: 403 })
    closed.mockRestore()
  })
})

describe('the page of the programs that listen', () => {
  let gate = ''
  const people = ['projectLead', 'executive', 'worksCouncil', 'agent', 'workgroupMember'] as const
  beforeAll(async () => {
    for (const role of people) await hire(`${role}@voorbeeld.nl`, [role])
  })
  beforeEach(async () => {
    gate = await gateWith()
  })
  const path = () => `/app/gates/${gate}/listeners`
  const args = async (who: string, init?: RequestInit, to = gate) =>
    ({ request: await asPersonIn(who, path(), init), params: { gateId: to }, context: {} }) as never
  const post = async (who: string, values: Record<string, string>, to = gate) =>
    answerOf(async () => action(await args(who, formPost(values), to)))
  const address = 'https://router.invalid/gate'

  test('the project lead adds one, sees its secret once, tells it again and removes it', async () => {
    const form = randomUUID()
    const added = (await post('projectLead', { form, address })) as { added: { secret: string } }
    expect(added).toMatchObject({ added: { address, secret: expect.stringMatching(/^whsec_/) } })
    const page = (await listening(await args('projectLead'))) as { listeners: { id: string; state: string }[] }
    expect(JSON.stringify(page)).not.toContain(added.added.secret)
    expect(page.listeners).toEqual([expect.objectContaining({ address, state: 'failing', told: null })])
    const { id: listenerId } = page.listeners[0]!
    expect(await post('projectLead', { deed: 'tell', listenerId })).toMatchObject({ status: 302 })
    expect(await post('projectLead', { deed: 'remove', listenerId })).toMatchObject({ status: 302 })
    expect(await db.select().from(gateListeners)).toEqual([])
  })

  test('what is wrong is said beside what was typed', async () => {
    const form = randomUUID()
    expect(await post('projectLead', { form, address: '' })).toMatchObject({ init: { status: 422 } })
    const wrong = { init: { status: 409 }, data: { refused: 'notAnAddress', typed: { address: 'router' } } }
    expect(await post('projectLead', { form, address: 'router' })).toMatchObject(wrong)
    expect(await post('projectLead', { form, address }, 'G-999')).toMatchObject({ status: 404 })
  })

  test.each(people.slice(1))('%s neither reads nor changes it', async who => {
    expect(await answerOf(async () => listening(await args(who)))).toMatchObject({ status: 403 })
    expect(await post(who, { form: randomUUID(), address })).toMatchObject({ status: 403 })
    expect(await post(who, { deed: 'remove', listenerId: 'a'.repeat(32) })).toMatchObject({ status: 403 })
    expect(await db.select().from(gateListeners)).toEqual([])
  })
})
