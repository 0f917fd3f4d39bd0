import { beforeAll, expect, test } from 'vitest'
import { criteria, db, draws, ledgerEntries, ledgerOpenings, transact, vetoes } from '#db'
import { turnFormalKey } from '~/gates/formal/store.server'
import { recordOpening as openStep, stepBack } from '~/gates/opening.server'
import { recordShown } from '~/gates/use-cases/recording.server'
import { recordVetoMove } from '~/gates/vetoing.server'
import { findWords } from '~/ledger/erasures/erasing.server'
import { judgeErasure, listErased, requestErasure } from '~/ledger/erasures/redacting.server'
import { exportLog } from '~/ledger/served.server'
import { append } from '~/ledger/store.server'
import { recordBooking } from '~/workgroups/budget/booking.server'
import { recordGroup } from '~/workgroups/founding.server'
import { recordPresentation } from '~/workgroups/presenting/store.server'
import { drawAnnounced } from '~/workgroups/witness'
import { verify } from '../../app/ledger/verify.mjs'
import { decide, foundGate } from '../gates/cast'
import { foundOrganisation, hire } from '../people/cast'
import { filesWith, tablesWith } from './forensics'

// What a working group and a gate say in words goes as completely as the words of a promise: every kind is said once by
// the store that says it, and erased by the same request of two sides.

const day = '2026-04-20'
const at = new Date(`${day}T11:00:00Z`)
const council = { id: 'council', roles: ['worksCouncil' as const] }
const director = { id: 'director', roles: ['executive' as const] }
const lead = { id: 'lead', roles: ['projectLead' as const] }
const mark = (words: string) => `merkteken-${words}`

/** Says every kind of words once, each with a mark of its own. */
async function sayAll() {
  const world = await foundGate(day)
  const [place, first] = [{ gateId: world.gateId, version: 1 }, world.members[0]!]
  await transact(async tx => void (await tx.update(criteria).set({ measure: mark('step.criteria') })))
  await decide(world, { subject: 'criteria', about: place, detail: { measuringFrom: '2026-05-01' } }, at)
  const judgements = [{ criterion: 1, isGood: true, note: mark('verdict.notes') }]
  await decide(world, { subject: 'verdict', about: place, detail: { judgements } }, at)
  await turnFormalKey(place, { reason: mark('key.reason') }, council, at)
  await openStep(place, lead, at)
  await stepBack(place, mark('gate.reason'), lead, at)
  const said = { title: mark('proposal.title'), words: mark('proposal.text') }
  const plan = await decide(world, { subject: 'plan', about: place, ...said }, at)
  await recordPresentation(plan, { heldOn: day, audience: 9, changed: mark('presentation.changed') }, first, at)
  await recordShown(world.useCase, { output: 'retros', note: mark('output.note') }, { person: lead, at })
  const detail = { persuade: mark('veto.persuade') }
  const no = { subject: 'veto' as const, about: { ...place, criterion: 1 }, detail, words: mark('veto.evidence') }
  await decide(world, no, at)
  const [veto] = await db.select().from(vetoes)
  const answer = { move: 'answer' as const, by: 'management' as const, reason: mark('vetoMove.reason') }
  await recordVetoMove(veto!.id, answer, at)
  const sign = { move: 'override' as const, by: 'director' as const, reason: 'Toch.', name: mark('vetoMove.name') }
  await recordVetoMove(veto!.id, sign, at)
  await sayInGroup()
}

async function sayInGroup() {
  const mandate = { name: 'Tweede', words: mark('mandate.text'), seats: 4, weeklyMinutes: 480, rules: [] }
  const group = await recordGroup(mandate, undefined, director, at)
  if (!group.ok) throw new Error(group.because)
  const { id } = group.value
  await recordBooking(id, { asked: { kind: 'grant', cents: 100 }, what: mark('booking.what'), seen: 0 }, director, at)
  await transact(async tx => {
    const list = { v: 1 as const, seats: 1, rules: [], lots: [], sealedHalf: '', witness: mark('draw.list') }
    const announcedSeq = await append(tx, drawAnnounced(id, list, JSON.stringify(list)), at)
    await tx.insert(draws).values({ workgroupId: id, announcedSeq, list: JSON.stringify(list), heldOn: day })
  })
}

/** Returns the words of one kind of entry that hold a mark. */
async function wordsWith(marked: string, type: string, key: string) {
  const rows = (await db.select().from(ledgerOpenings)).filter(row => row.key === key && row.text.includes(marked))
  const entries = await db.select().from(ledgerEntries)
  return rows.find(({ seq }) => entries.find(entry => entry.seq === seq)!.bytes.includes(`"type":"${type}"`))!
}

async function erase(words: { seq: number; key: string }) {
  const asked = await requestErasure({ ...words, reason: 'AVG artikel 17' }, { id: 'hr', roles: ['hr'] }, at)
  if (!asked.ok) throw new Error(asked.because)
  expect(await judgeErasure(asked.value.id, 'granted', council, at)).toMatchObject({ ok: true })
}

beforeAll(async () => {
  await foundOrganisation()
  await hire('hr@v.nl', ['hr'])
  await hire('council@v.nl', ['worksCouncil'])
  await hire('director@v.nl', ['executive'])
  await sayAll()
})

test.each([
  ['mandate.text', 'workgroup.mandated', ['mandates']],
  ['draw.list', 'draw.announced', ['draws']],
  ['booking.what', 'budget.booked', ['bookings']],
  ['proposal.title', 'vote.opened', ['proposals']],
  ['proposal.text', 'vote.opened', ['proposals']],
  ['presentation.changed', 'plan.presented', ['presentations']],
  ['output.note', 'phase.shown', ['phase_outputs']],
  ['step.criteria', 'gate.step', ['criteria']],
  ['verdict.notes', 'gate.judged', ['proposals']],
  ['key.reason', 'gate.key', ['gate_keys']],
  ['gate.reason', 'gate.moved', []],
  ['veto.persuade', 'veto.raised', ['proposals', 'vetoes']],
  ['vetoMove.reason', 'veto.moved', ['veto_moves']],
  ['vetoMove.name', 'veto.moved', ['veto_moves']],
])('words of an entry leave the ledger, the app and the disk: %s', async (name, type, tables) => {
  const marked = mark(name)
  expect(await tablesWith(marked)).toEqual([...tables, 'ledger_openings'].sort())
  const words = await wordsWith(marked, type, name.split('.')[1]!)
  await erase(words)
  expect([await tablesWith(marked), filesWith(marked)]).toEqual([[], []])
  expect(await findWords(words)).toBeUndefined()
  const places = (await listErased()).map(({ of, part }) => `${of}.${part}`)
  expect(places).toContain(name)
})

test('what the group voted on and what its veto says are two entries: each is erased by its own request', async () => {
  const marked = mark('veto.evidence')
  await erase(await wordsWith(marked, 'veto.raised', 'evidence'))
  expect(await tablesWith(marked)).toEqual(['ledger_openings', 'proposals'])
  await erase(await wordsWith(marked, 'vote.opened', 'text'))
  expect([await tablesWith(marked), filesWith(marked)]).toEqual([[], []])
})

test('the ledger still holds after all of it', async () => {
  expect((await verify(await exportLog(), { now: at.getTime() / 1000 })).problems).toEqual([])
})
