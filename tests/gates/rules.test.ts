import fc from 'fast-check'
import { expect, test } from 'vitest'
import { phases } from '~/gates/phases'
import {
  blocksOf,
  type Gate,
  type KeyHolder,
  keyHolders,
  openGate,
  openPct,
  type Step,
  stepAtHand,
  vetoesHolding,
} from '~/gates/rules'
import { isStanding, moveVeto, type VetoAsked, type VetoState } from '~/gates/vetoes'

const step: Step = {
  version: 1,
  targetPct: 20,
  frozenOn: '2026-05-01',
  isJudgedGood: true,
  keys: { workgroup: true, formal: true },
  vetoes: [],
  openedOn: null,
}
const today = '2026-06-01'
const gateOf = (...steps: Step[]): Gate => ({ kind: 'pilotStart', phase: 'prototype', steps })
const opened: Step = { ...step, openedOn: '2026-05-20' }
const further: Step = { ...step, version: 2, targetPct: 60 }

test('both keys and no veto: the gate opens, to its share and no further', () => {
  expect(openGate(gateOf(step), 1, today)).toEqual({ ok: true, value: { openedOn: today } })
  expect(openPct(gateOf(step))).toBe(0)
  expect(openPct(gateOf(opened))).toBe(20)
  expect(openPct(gateOf(opened, further))).toBe(20)
  expect(openPct(gateOf(opened, { ...further, openedOn: today }))).toBe(60)
})

test.each<[string, Partial<Step>, string]>([
  ['criteria that are not fixed', { frozenOn: null }, 'notFrozen'],
  ['a group that has not found it good', { isJudgedGood: false }, 'notJudged'],
  ['no key of the group', { keys: { workgroup: false, formal: true } }, 'workgroupKeyMissing'],
  ['no key of the works council', { keys: { workgroup: true, formal: false } }, 'formalKeyMissing'],
  ['a new veto', { vetoes: [{ state: 'raised' }] }, 'vetoStands'],
  ['a veto that was answered', { vetoes: [{ state: 'persuaded' }, { state: 'answered' }] }, 'vetoStands'],
  ['a veto at the works council', { vetoes: [{ state: 'escalated' }] }, 'vetoStands'],
])('with %s it stays shut', (_what, part, because) => {
  expect(openGate(gateOf({ ...step, ...part }), 1, today)).toEqual({ ok: false, because })
  expect(openPct(gateOf({ ...opened, ...part }))).toBe(0)
})

test('in the first phase nothing opens, whatever the keys say', () => {
  expect(openPct({ ...gateOf(opened), phase: 'listen' })).toBe(0)
  expect(blocksOf(opened, { ...gateOf(opened), phase: 'listen' })).toEqual(['phaseTooEarly'])
})

test('a step is opened after the one before it, and once', () => {
  expect(openGate(gateOf(step, further), 2, today)).toMatchObject({ because: 'stepBefore' })
  expect(openGate(gateOf(opened), 1, today)).toMatchObject({ because: 'alreadyOpen' })
})

test('a step that management gave up holds up no later one, and people work on the one that took its place', () => {
  const givenUp: Step = { ...step, vetoes: [{ state: 'accepted' }] }
  expect(openGate(gateOf(givenUp, further), 2, today).ok).toBe(true)
  const better: Step = { ...step, version: 3, isJudgedGood: false }
  expect(openGate(gateOf(givenUp, further, better), 2, today)).toMatchObject({ because: 'stepBefore' })
  expect(stepAtHand(gateOf(givenUp, further, better))).toBe(better)
  expect(openGate(gateOf(step, better), 1, today)).toMatchObject({ because: 'stepReplaced' })
  expect(openGate(gateOf(step, { ...better, frozenOn: null }), 1, today).ok).toBe(true)
  expect(stepAtHand(gateOf(opened, further))).toBe(further)
  expect(stepAtHand(gateOf(opened))).toBe(opened)
})

test('a veto against the open step takes the gate back to the step before, and one against that shuts it', () => {
  const vetoed = { ...further, openedOn: today, vetoes: [{ state: 'raised' as const }] }
  expect(openPct(gateOf(opened, vetoed))).toBe(20)
  expect(openPct(gateOf({ ...opened, vetoes: [{ state: 'raised' }] }, vetoed))).toBe(0)
})

test.each<VetoState>(['raised', 'answered', 'escalated'])(
  'a veto that is %s is not passed by a longer stride',
  state => {
    const vetoed: Step = { ...opened, vetoes: [{ state }] }
    expect(openGate(gateOf(vetoed, further), 2, today)).toEqual({ ok: false, because: 'vetoStands' })
    expect(openPct(gateOf(vetoed, { ...further, openedOn: today }))).toBe(0)
    expect(openPct(gateOf(opened, { ...further, openedOn: today, vetoes: [{ state }] }))).toBe(20)
    const anew: Step = { ...further, version: 3, targetPct: 20 }
    expect(vetoesHolding(anew, [vetoed, anew])).toEqual(vetoed.vetoes)
  },
)

const anyVeto = fc.record({
  state: fc.constantFrom<VetoState>('raised', 'answered', 'escalated', 'accepted', 'persuaded'),
})
const anyStep = (version: number) =>
  fc.record<Step>({
    version: fc.constant(version),
    targetPct: fc.integer({ min: 1, max: 100 }),
    frozenOn: fc.constantFrom(null, '2026-05-01'),
    isJudgedGood: fc.boolean(),
    keys: fc.record({ workgroup: fc.boolean(), formal: fc.boolean() }),
    vetoes: fc.array(anyVeto, { maxLength: 2 }),
    openedOn: fc.constantFrom(null, '2026-05-20'),
  })
const anyGate = fc.record<Gate>({
  kind: fc.constant('pilotStart'),
  phase: fc.constantFrom(...phases),
  steps: fc.tuple(anyStep(1), anyStep(2), anyStep(3)).map(steps => [...steps]),
})

const waiting: readonly VetoState[] = ['raised', 'answered', 'escalated']
/** Says by another road whether a share may be open at all: some step of that share has everything, and no veto
 * waits against it or against less. */
const isRightlyOpen = (gate: Gate, pct: number) =>
  pct === 0 ||
  (gate.steps.some(
    one => one.targetPct === pct && keyHolders.every(holder => one.keys[holder]) && !one.vetoes.some(isStanding),
  ) &&
    !gate.steps.some(
      ({ targetPct, vetoes }) => targetPct <= pct && vetoes.some(({ state }) => waiting.includes(state)),
    ))

test('no state of a gate, however it came about, is open with a key missing or a veto standing, against it or against less', () => {
  fc.assert(fc.property(anyGate, gate => isRightlyOpen(gate, openPct(gate))))
})

const often = { numRuns: 3000 }

test('control: a gate that believes what is stored of it is found out', () => {
  const believing = (gate: Gate) => gate.steps.findLast(one => one.openedOn !== null)?.targetPct ?? 0
  const found = fc.check(
    fc.property(anyGate, gate => isRightlyOpen(gate, believing(gate))),
    often,
  )
  expect(found.failed).toBe(true)
})

test('control: a gate that forgets one key is found out', () => {
  for (const forgotten of keyHolders) {
    const forgetful = (gate: Gate) =>
      openPct({ ...gate, steps: gate.steps.map(one => ({ ...one, keys: { ...one.keys, [forgotten]: true } })) })
    expect(
      fc.check(
        fc.property(anyGate, gate => isRightlyOpen(gate, forgetful(gate))),
        often,
      ).failed,
    ).toBe(true)
  }
})

test('control: a gate that looks at the vetoes of one step only is found out', () => {
  const nearSighted = ({ kind, phase, steps }: Gate) =>
    Math.max(0, ...steps.map(one => openPct({ kind, phase, steps: [one] })))
  const found = fc.check(
    fc.property(anyGate, gate => isRightlyOpen(gate, nearSighted(gate))),
    often,
  )
  expect(found.failed).toBe(true)
})

const asked = (part: Partial<VetoAsked>): VetoAsked => ({ move: 'answer', by: 'management', reason: 'daarom', ...part })

test.each<[VetoState, Partial<VetoAsked>, VetoState | string]>([
  ['raised', {}, 'answered'],
  ['raised', { reason: ' ' }, 'reasonMissing'],
  ['answered', {}, 'vetoMovedOn'],
  ['raised', { move: 'accept' }, 'accepted'],
  ['answered', { move: 'persuaded', by: 'group', reason: '' }, 'persuaded'],
  ['answered', { move: 'persuaded' }, 'notYourMove'],
  ['answered', { move: 'persuaded', by: 'director', name: 'Ada' }, 'notYourMove'],
  ['raised', { move: 'persuaded', by: 'group' }, 'vetoMovedOn'],
  ['answered', { move: 'escalate', by: 'group', reason: '' }, 'escalated'],
  ['answered', { move: 'override', by: 'director', name: 'Ada' }, 'overridden'],
  ['answered', { move: 'override', by: 'director' }, 'nameMissing'],
  ['answered', { move: 'override', by: 'management', name: 'Ada' }, 'notYourMove'],
  ['raised', { move: 'override', by: 'director', name: 'Ada' }, 'vetoMovedOn'],
  ['persuaded', { move: 'override', by: 'director', name: 'Ada' }, 'vetoMovedOn'],
])('a veto that is %s and is asked %o becomes or is refused as %s', (state, part, outcome) => {
  const decision = moveVeto({ state }, asked(part))
  expect(decision.ok ? decision.value.state : decision.because).toBe(outcome)
})

test('only an end of a veto frees the gate', () => {
  const key: KeyHolder = 'workgroup'
  const after = (state: VetoState) =>
    openPct(gateOf({ ...opened, keys: { ...opened.keys, [key]: true }, vetoes: [{ state }] }))
  expect((['raised', 'answered', 'escalated', 'accepted'] as const).map(after)).toEqual([0, 0, 0, 0])
  expect((['persuaded', 'overridden'] as const).map(after)).toEqual([20, 20])
})
