import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, promises, transact, vetoes, workgroups } from '#db'
import { turnFormalKey } from '~/gates/formal/store.server'
import { recordOpening } from '~/gates/opening.server'
import { openPct } from '~/gates/rules'
import { findGate } from '~/gates/store.server'
import { findProposal } from '~/workgroups/votes/store.server'
import { loader as newVeto, action as proposeVeto } from '../../app/routes/app.gates.$gateId.veto'
import { loader as listVetoes } from '../../app/routes/app.vetoes._index'
import { loader as showVeto } from '../../app/routes/app.vetoes.$vetoId._index'
import { action as answer, loader as answering } from '../../app/routes/app.vetoes.$vetoId.answer'
import { action as proposeMove, loader as proposing } from '../../app/routes/app.vetoes.$vetoId.propose'
import { loader as asCsv } from '../../app/routes/app.vetoes[.csv]'
import { answerOf, asPersonIn, formPost, foundOrganisation, hire } from '../people/cast'
import { decide, foundGate } from './cast'

// Vetoes through the doors, as browsers without JavaScript use them.

const today = new Date()
const day = today.toISOString().slice(0, 10)
type World = Awaited<ReturnType<typeof foundGate>>
let world: World
let other: World

beforeAll(async () => {
  await foundOrganisation()
  for (const role of ['executive', 'projectLead', 'worksCouncil', 'agent'] as const) await hire(`${role}@x.nl`, [role])
  world = await openWorld()
  other = await foundGate(day)
})

/** A gate that is open for 20 % of the customers. */
async function openWorld() {
  const world = await foundGate(day)
  const about = { gateId: world.gateId, version: 1 }
  await decide(world, { subject: 'criteria', about, detail: {} }, today)
  await decide(
    world,
    { subject: 'verdict', about, detail: { judgements: [{ criterion: 1, isGood: true, note: '' }] } },
    today,
  )
  await turnFormalKey(about, { reason: 'Goed.' }, { roles: ['worksCouncil'] }, today)
  await recordOpening(about, { roles: ['executive'] }, today)
  return world
}

type Door = (args: never) => unknown
/** Knocks and returns the status, where it leads, and what it says. */
async function knock(door: Door, who: string, path: string, params: object, form?: Record<string, string>) {
  const request = await asPersonIn(who, path, form ? formPost(form) : {})
  const said = await answerOf(async () =>
    door({ request, params, context: {} } as LoaderFunctionArgs & ActionFunctionArgs as never),
  )
  if (said instanceof Response) return { status: said.status, to: said.headers.get('Location') ?? '', data: undefined }
  const { data, init } = said as { data?: Record<string, unknown>; init?: { status?: number } }
  return { status: init?.status ?? 200, to: '', data: (data ?? said) as Record<string, never> }
}
const atGate = (door: Door, who: string, form?: Record<string, string>) =>
  knock(door, who, `/app/gates/${world.gateId}/veto`, { gateId: world.gateId }, form)
const atVeto = (door: Door, who: string, id: string, form?: Record<string, string>, move = 'answer') =>
  knock(door, who, `/app/vetoes/${id}?move=${form?.move ?? move}`, { vetoId: id }, form)
const pct = async ({ gateId }: World) => openPct((await findGate(gateId))!)
const said = { evidence: 'Drie klanten kregen een verkeerd antwoord.', persuade: 'Twee weken zonder fout.' }

test('only a member of this group proposes a veto, about a criterion that is fixed; what was typed is kept', async () => {
  for (const who of ['agent', 'executive', 'projectLead', 'worksCouncil', other.members[0]!]) {
    expect((await atGate(newVeto as Door, who)).status, who).toBe(403)
    expect((await atGate(proposeVeto as Door, who, { against: '1.1', ...said })).status, who).toBe(403)
  }
  expect((await atGate(newVeto as Door, world.members[0]!)).data?.against).toHaveLength(1)
  const empty = await atGate(proposeVeto as Door, world.members[0]!, {
    against: '',
    evidence: said.evidence,
    persuade: '',
  })
  expect(empty).toMatchObject({ status: 422, data: { failed: { values: { evidence: said.evidence } } } })
  expect(empty.data).toMatchObject({ failed: { problems: { against: 'required', persuade: 'required' } } })
  expect((await atGate(proposeVeto as Door, world.members[0]!, { against: '1.9', ...said })).status).toBe(409)
  const proposed = await atGate(proposeVeto as Door, world.members[0]!, { against: '1.1', ...said })
  expect(proposed.to).toMatch(/^\/app\/proposals\/V-/)
  const again = await atGate(proposeVeto as Door, world.members[1]!, { against: '1.1', ...said })
  expect(again.to).toBe(proposed.to)
  const proposal = (await findProposal(proposed.to.split('/').at(-1)!))!
  expect(proposal).toMatchObject({ subject: 'veto', words: said.evidence, detail: { persuade: said.persuade } })
})

/** Lets a group veto its open step. @returns the id of the veto */
async function vetoed(of: World) {
  const about = { gateId: of.gateId, version: 1, criterion: 1 }
  const proposalId = await decide(of, { subject: 'veto', about, detail: { persuade: 'Beter.' } }, today)
  return (await db.select().from(vetoes).where(eq(vetoes.proposalId, proposalId)))[0]!.id
}
const words = { reason: 'Het nieuwe model komt eerst in de proef.' }

test('everybody who is signed in reads a veto without a name of a member, and sees only what they can do', async () => {
  const own = await openWorld()
  const id = await vetoed(own)
  const movesOf = async (who: string) => (await atVeto(showVeto as Door, who, id)).data?.moves
  expect(await movesOf('agent')).toEqual([])
  expect(await movesOf('worksCouncil')).toEqual([])
  expect(await movesOf('projectLead')).toEqual(['answer', 'accept'])
  expect(await movesOf(own.members[0]!)).toEqual(['escalate'])
  const { veto } = (await atVeto(showVeto as Door, 'agent', id)).data!
  for (const member of own.members) expect(JSON.stringify(veto)).not.toMatch(new RegExp(`\\b${member}\\b`))
  expect((await atVeto(showVeto as Door, 'agent', 'X-99')).status).toBe(404)
  const { vetoes: listed, outcomes } = (await knock(listVetoes as Door, 'agent', '/app/vetoes', {})).data!
  expect(listed).toContainEqual(expect.objectContaining({ id, state: 'raised' }))
  expect(outcomes).toMatchObject({ standing: 1, overridden: 0 })
  const csv = (await answerOf(async () => asCsv({ request: await asPersonIn('agent', '/') } as never))) as Response
  expect((await csv.text()).split('\r\n').filter(Boolean)).toHaveLength(2)
})

test('management answers, and nobody else; only a director sets a veto aside, after a preview, under their own name', async () => {
  const own = await openWorld()
  const id = await vetoed(own)
  const publish = { ...words, move: 'answer', step: 'publish' }
  for (const who of ['agent', 'worksCouncil', own.members[0]!]) {
    expect((await atVeto(answering as Door, who, id)).status, who).toBe(403)
    expect((await atVeto(answer as Door, who, id, publish)).status, who).toBe(403)
  }
  expect((await atVeto(answer as Door, 'projectLead', id, { move: 'answer', reason: ' ' })).status).toBe(422)
  const seen = await atVeto(answer as Door, 'projectLead', id, { ...publish, step: 'preview' })
  expect(seen).toMatchObject({ status: 200, data: { step: 'preview', ...words } })
  expect((await atVeto(answer as Door, 'projectLead', id, publish)).to).toBe(`/app/vetoes/${id}`)
  expect((await atVeto(answer as Door, 'projectLead', id, publish)).data).toMatchObject({
    refused: 'vetoMovedOn',
    ...words,
  })
  const override = { ...words, move: 'override', step: 'publish', name: 'Iemand Anders' }
  expect((await atVeto(answering as Door, 'projectLead', id, undefined, 'override')).status).toBe(403)
  expect((await atVeto(answer as Door, 'projectLead', id, override)).status).toBe(403)
  const bind = (vetoPromiseId: string | null) =>
    transact(tx => tx.update(workgroups).set({ vetoPromiseId }).where(eq(workgroups.id, own.group)))
  await bind(null)
  const unpromised = { moves: ['accept'], lacksPromise: true }
  expect((await atVeto(showVeto as Door, 'executive', id)).data).toMatchObject(unpromised)
  expect((await atVeto(showVeto as Door, 'projectLead', id)).data).toMatchObject({ lacksPromise: false })
  expect((await atVeto(answering as Door, 'executive', id, undefined, 'override')).data).toMatchObject({
    isOpen: false,
  })
  const refused = { status: 409, data: { refused: 'noVetoPromise' } }
  expect(await atVeto(answer as Door, 'executive', id, override)).toMatchObject(refused)
  await bind(own.vetoPromiseId)
  expect((await atVeto(showVeto as Door, 'executive', id)).data?.moves).toEqual(['accept', 'override'])
  expect((await atVeto(answer as Door, 'executive', id, { ...override, step: 'preview' })).status).toBe(200)
  expect(await pct(own)).toBe(0)
  const promise = async () => (await db.select().from(promises).where(eq(promises.id, own.vetoPromiseId)))[0]!.status
  expect(await promise()).not.toBe('broken')
  expect((await atVeto(answer as Door, 'executive', id, override)).to).toBe(`/app/vetoes/${id}`)
  expect([await promise(), await pct(own)]).toEqual(['broken', 20])
  const { veto } = (await atVeto(showVeto as Door, 'agent', id)).data!
  expect(veto).toMatchObject({ moves: [{ side: 'management' }, { side: 'director', signedBy: 'executive Test' }] })
})

test('members propose that they are persuaded or go to the works council; others cannot, nor when it moved on', async () => {
  const own = await openWorld()
  const id = await vetoed(own)
  const escalate = { ...words, move: 'escalate' }
  for (const who of ['agent', 'executive', 'worksCouncil', other.members[0]!]) {
    expect((await atVeto(proposing as Door, who, id, undefined, 'escalate')).status, who).toBe(403)
    expect((await atVeto(proposeMove as Door, who, id, escalate)).status, who).toBe(403)
  }
  const early = await atVeto(proposeMove as Door, own.members[0]!, id, { ...words, move: 'persuaded' })
  expect(early).toMatchObject({ status: 409, data: { refused: 'vetoMovedOn', ...words } })
  expect((await atVeto(proposeMove as Door, own.members[0]!, id, { move: 'escalate', reason: '' })).status).toBe(422)
  const proposed = await atVeto(proposeMove as Door, own.members[0]!, id, escalate)
  expect((await atVeto(proposeMove as Door, own.members[1]!, id, escalate)).to).toBe(proposed.to)
  expect(await findProposal(proposed.to.split('/').at(-1)!)).toMatchObject({
    subject: 'escalate',
    about: { vetoId: id },
  })
})

test('an answer that does not come is late in sight of everybody', async () => {
  const own = await openWorld()
  const id = await vetoed(own)
  await transact(tx => tx.update(vetoes).set({ answerDueOn: '2026-01-05' }).where(eq(vetoes.id, id)))
  const { veto } = (await atVeto(showVeto as Door, 'agent', id)).data!
  expect(veto).toMatchObject({ clock: { says: 'late', dueOn: '2026-01-05' } })
})
