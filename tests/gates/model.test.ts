import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import { db, engine, vetoes } from '#db'
import { type Gate, openPct } from '~/gates/rules'
import { findGate } from '~/gates/store.server'
import { exportLog } from '~/ledger/served.server'
import { verify } from '../../app/ledger/verify.mjs'
import { foundOrganisation, hire } from '../people/cast'
import { addStep, foundGate } from './cast'
import { type Actor, actors, anyDeed, type Deed, type Matter, perform, type Scene } from './deeds'
import { followLedger, isRightlyOpen, locksOf, onlyOn, rowsOf, undecided } from './watching'

// The law of the gate: no sequence of deeds, by anybody and in any order, opens a gate with a key missing, before its
// time or against a veto; and the ledger and the tables always tell the same story. Chance looks for a way.

/** What a house does that lets a vote count before it is over, or anybody turn the key of the works council. */
const house = vi.hoisted(() => ({ countsOpenVotes: false, trustsEverybody: false }))
vi.mock('~/gates/decided.server', async original => {
  const real = await original<typeof import('~/gates/decided.server')>()
  const { findProposal } = await import('~/workgroups/votes/store.server')
  const decidedAbout: typeof real.decidedAbout = async (tx, id, wanted) => {
    const proposal = house.countsOpenVotes ? await findProposal(id, tx) : undefined
    return proposal ? { ok: true, value: proposal } : real.decidedAbout(tx, id, wanted)
  }
  return { ...real, decidedAbout }
})

vi.mock('~/gates/hands', async original => {
  const real = await original<typeof import('~/gates/hands')>()
  const mayTurnFormalKey: typeof real.mayTurnFormalKey = by => house.trustsEverybody || real.mayTurnFormalKey(by)
  return { ...real, mayTurnFormalKey }
})

const ids = {} as Record<Actor, string>
let otherGroup = ''
beforeAll(async () => {
  await foundOrganisation()
  for (const [name, roles] of Object.entries(actors))
    if (!/member/i.test(name) || roles.length > 1) ids[name] = await hire(`${name}@voorbeeld.nl`, roles)
  const other = await foundGate('2026-04-20')
  otherGroup = other.group
  ids.otherMember = other.members[0]!
})

/** How far a gate is when chance takes over. */
const starts = ['listen', 'fresh', 'ready', 'open'] as const
type Start = (typeof starts)[number]
const decide = (matter: Matter): Deed => ({
  ...{ do: 'decide', matter, step: 1, nth: 0, who: 'memberA' },
})
const formalKey: Deed = { do: 'formalKey', step: 1, who: 'council' }
const before: Record<Start, Deed[]> = {
  listen: [],
  fresh: [],
  ready: [decide('criteria'), decide('verdict')],
  open: [decide('criteria'), decide('verdict'), formalKey, { do: 'open', step: 1, who: 'lead' }],
}

async function stage(start: Start): Promise<Scene> {
  const { gateId, useCase, group, members } = await foundGate('2026-04-20', start === 'listen' ? 'listen' : 'prototype')
  await addStep({ gateId, version: 2 }, 60)
  const [memberA, memberB, memberC] = members as [string, string, string]
  const vetoIds = async () =>
    (await db.select({ id: vetoes.id }).from(vetoes).where(eq(vetoes.gateId, gateId)).orderBy(vetoes.number)).map(
      ({ id }) => id,
    )
  return {
    ...{ gateId, useCase, groups: [group, otherGroup], vetoIds, proposals: [] },
    ...{ ids: { ...ids, memberA, memberB, memberC }, at: new Date('2026-04-20T11:00:00Z') },
  }
}

/** Whose hands may do a deed, written down once more. */
const management = ['director', 'lead', 'councilInManagement']
const members = ['memberA', 'memberB', 'memberC']
const mayDo: Partial<Record<Deed['do'], readonly Actor[]>> = {
  formalKey: ['council'],
  formalKeyBack: ['council'],
  open: management,
  stepBack: [...management, 'council', ...members],
  answer: management,
  accept: management,
  override: ['director', 'councilInManagement'],
}
const isWrongHand = (deed: Deed) => 'who' in deed && mayDo[deed.do]?.includes(deed.who) === false

type Readings = Record<string, (gate: Gate) => number>

/** Lives one story and returns everything that was wrong on the way, by who reads how far the gate is open. */
async function live(start: Start, deeds: readonly Deed[], readings: Readings): Promise<string[]> {
  const scene = await stage(start)
  const told = followLedger(scene.gateId)
  const wrong: string[] = []
  for (const deed of [...before[start], ...deeds]) {
    const answer = await perform(scene, deed)
    if (answer?.ok && isWrongHand(deed)) wrong.push(`hands: ${JSON.stringify(deed)}`)
    const [gate, rows, ledger] = [(await findGate(scene.gateId))!, await rowsOf(scene.gateId), await told()]
    for (const [name, read] of Object.entries(readings))
      if (!isRightlyOpen(rows, read(gate))) wrong.push(`${name}: open at ${read(gate)} after ${JSON.stringify(deed)}`)
    wrong.push(...undecided(rows).map(what => `votes: ${what}`))
    const same =
      ledger.pct === openPct(gate) &&
      JSON.stringify(sorted(onlyOn(ledger.locks))) === JSON.stringify(sorted(locksOf(rows)))
    if (!same) wrong.push(`ledger: ${JSON.stringify(ledger)}, tables ${openPct(gate)} ${JSON.stringify(locksOf(rows))}`)
  }
  return wrong
}
const sorted = (locks: Record<string, string>) => Object.entries(locks).sort(([a], [b]) => (a < b ? -1 : 1))

/** Readings of a house that forgot one thing; each must be found out by the very same stories. */
const without = (part: (step: Gate['steps'][number]) => object) => (gate: Gate) =>
  openPct({ ...gate, steps: gate.steps.map(step => ({ ...step, ...part(step) })) })
const forgetful: Readings = {
  workgroupKey: without(({ keys }) => ({ keys: { ...keys, workgroup: true }, isJudgedGood: true })),
  formalKey: without(({ keys }) => ({ keys: { ...keys, formal: true } })),
  anyVeto: without(() => ({ vetoes: [] })),
  answeredVeto: without(({ vetoes: all }) => ({ vetoes: all.filter(({ state }) => state !== 'answered') })),
  lowerVeto: ({ kind, phase, steps }) => Math.max(0, ...steps.map(one => openPct({ kind, phase, steps: [one] }))),
  storedOpening: gate => gate.steps.findLast(({ openedOn }) => openedOn !== null)?.targetPct ?? 0,
}

const veto = decide('veto')
const answer: Deed = { do: 'answer', nth: 0, who: 'director' }
const atSixty = (matter: Matter): Deed => ({ ...decide(matter), step: 2 }) as Deed
const open60: Deed = { do: 'open', step: 2, who: 'lead' }
/** Stories that every run tells, whatever chance adds to them. */
const always: [Start, Deed[]][] = [
  [
    'open',
    [
      veto,
      answer,
      decide('persuaded'),
      decide('key'),
      decide('verdict'),
      { do: 'formalKeyBack', step: 1, who: 'council' },
    ],
  ],
  [
    'open',
    [
      veto,
      answer,
      { do: 'override', nth: 0, who: 'director' },
      veto,
      decide('escalate'),
      { do: 'accept', nth: 1, who: 'lead' },
    ],
  ],
  ['open', [atSixty('criteria'), atSixty('verdict'), { ...formalKey, step: 2 }, open60, veto, open60, answer]],
  [
    'listen',
    [
      ...[...before.open, { do: 'nextPhase' } as const],
      { do: 'open', step: 1, who: 'lead' },
      { do: 'stepBack', step: 1, who: 'memberB' },
    ],
  ],
]
const story = fc.tuple(fc.constantFrom(...starts), fc.array(anyDeed, { minLength: 12, maxLength: 24 }))
const runs = engine === 'sqlite' ? 12 : 8
const caught = new Set<string>()

test('no sequence of deeds by anybody opens a gate that something holds, and the ledger tells what the tables tell', async () => {
  const lived = fc.asyncProperty(story, async ([start, deeds]) => {
    const wrong = await live(start, deeds, { real: openPct, ...forgetful })
    for (const one of wrong) caught.add(one.split(':')[0]!)
    const names = Object.keys(forgetful)
    expect(wrong.filter(one => !names.includes(one.split(':')[0]!))).toEqual([])
  })
  await fc.assert(lived, { numRuns: runs, endOnFailure: true, examples: always.map(one => [one]) })
  const { problems } = await verify(await exportLog())
  expect(problems.filter(({ code }: { code: string }) => code !== 'unwitnessed')).toEqual([])
}, 60_000)

test('control: a gate that forgets a key or a veto, or believes what is stored, is found out by the same stories', () => {
  expect([...caught].sort()).toEqual(Object.keys(forgetful).sort())
})

test('control: a house in which a vote counts before it is over is found out', async () => {
  house.countsOpenVotes = true
  const proposed: Deed = { do: 'propose', matter: 'criteria', step: 1, nth: 0, who: 'memberA' }
  const forced: Deed = { do: 'forceIt', nth: 0, as: 'criteria', step: 1, who: 'agent', choice: 'consent' }
  const wrong = await live('fresh', [proposed, forced], { real: openPct })
  house.countsOpenVotes = false
  expect(wrong).toContainEqual('votes: criteria of step 1 without a vote')
})

test('control: a house in which management can turn the key of the works council is found out', async () => {
  house.trustsEverybody = true
  const wrong = await live('ready', [{ do: 'formalKey', step: 1, who: 'director' }], { real: openPct })
  house.trustsEverybody = false
  expect(wrong).toEqual([expect.stringContaining('hands')])
})

test('control: the stories do open gates, so that nothing is right because nothing happens', async () => {
  const wrong = await live('open', [], { shut: gate => (openPct(gate) === 20 ? 60 : 0) })
  expect(wrong).toEqual([expect.stringContaining('shut: open at 60')])
})
