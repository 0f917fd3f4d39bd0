import fc from 'fast-check'
import { expect, test } from 'vitest'
import { enterPhase, isShownByHand, notBefore, type Output, outputs, type Phase, phases } from '~/gates/phases'
import { phaseForm, taskForm, useCaseForm } from '~/gates/use-cases/form'
import { nextDue, rhythmOf, suggestedIn } from '~/gates/use-cases/rules'
import { type Facts, type signals, signalsOf } from '~/gates/use-cases/signals'

type Deed = { show: Output } | { enter: Phase }
type Road = { phase: Phase; shown: Set<Output>; behind: Phase[] }
type Rule = typeof enterPhase

/** Plays deeds by a rule, in whatever order; what is shown belongs to the phase of that moment. */
function walk(deeds: readonly Deed[], rule: Rule): Road {
  const road: Road = { phase: 'listen', shown: new Set(), behind: [] }
  for (const deed of deeds) {
    if ('show' in deed) {
      if ((outputs[road.phase] as readonly string[]).includes(deed.show)) road.shown.add(deed.show)
      continue
    }
    const decision = rule({ phase: road.phase, shown: [...road.shown] }, deed.enter)
    if (decision.ok) [road.behind, road.phase] = [[...road.behind, road.phase], decision.value.phase]
  }
  return road
}

/** Says by another road than the rule: every phase before this one was passed, in order and with everything it asks for. */
const isWellPassed = ({ phase, shown, behind }: Road) =>
  behind.join() === phases.slice(0, phases.indexOf(phase)).join() &&
  behind.every(one => outputs[one].every(output => shown.has(output)))

const all = Object.values(outputs).flat()
const anyDeeds = fc.array(
  fc.oneof(
    fc.record({ show: fc.constantFrom<Output>(...all) }),
    fc.record({ enter: fc.constantFrom<Phase>(...phases) }),
  ),
  { minLength: 40, maxLength: 80 },
)
const found = (rule: Rule) =>
  fc.check(
    fc.property(anyDeeds, deeds => isWellPassed(walk(deeds, rule))),
    { numRuns: 800 },
  ).failed

test('no order of deeds skips a phase, or leaves one with something missing', () => {
  expect(found(enterPhase)).toBe(false)
})

test('control: a rule that forgets the order, and one that forgets what was asked, are found out', () => {
  const anyOrder: Rule = (_now, to) => ({ ok: true, value: { phase: to } })
  const nextOnly: Rule = (now, to) => enterPhase({ ...now, shown: outputs[now.phase] }, to)
  const planless: Rule = (now, to) => enterPhase({ ...now, shown: [...now.shown, 'actionPlan'] }, to)
  expect([anyOrder, nextOnly, planless].map(found)).toEqual([true, true, true])
})

test('the way through all three is there: whoever shows everything arrives', () => {
  const deeds = phases.flatMap((phase, place): Deed[] => [
    ...outputs[phase].map(show => ({ show })),
    ...(phases[place + 1] ? [{ enter: phases[place + 1]! }] : []),
  ])
  expect(walk(deeds, enterPhase)).toMatchObject({ phase: 'scale', behind: ['listen', 'prototype'] })
})

test('the only way out of the first phase is a plan by staff, and nobody ticks it', () => {
  const shown = outputs.listen.filter(output => output !== 'actionPlan')
  expect(enterPhase({ phase: 'listen', shown }, 'prototype')).toMatchObject({ because: 'outputsMissing' })
  for (const output of ['actionPlan', 'presented', 'promises', 'workgroup'])
    expect(isShownByHand('listen', output)).toBe(false)
  expect(isShownByHand('listen', 'teamTalks')).toBe(true)
  expect(isShownByHand('prototype', 'teamTalks')).toBe(false)
})

const asksForDay = (form: { shape: object }) => Object.keys(form.shape).filter(key => /On$|At$|date|day$/i.test(key))
test('no form on this road asks for a day; control: one that does is found', () => {
  expect([useCaseForm, phaseForm, taskForm].flatMap(asksForDay)).toEqual([])
  expect(asksForDay({ shape: { goLiveOn: '' } })).toEqual(['goLiveOn'])
})

test('what the law takes counts from the written information, and only in Belgium', () => {
  expect(notBefore({ countries: ['NL'], informedOn: null }, '2026-11-30')).toBeUndefined()
  expect(notBefore({ countries: ['NL', 'BE'], informedOn: null }, '2026-11-30')).toEqual({
    ...{ day: '2027-02-28', says: 'notInformed' as const },
  })
  expect(notBefore({ countries: ['BE'], informedOn: '2026-10-01' }, '2026-11-30')).toEqual({
    ...{ day: '2027-01-01', says: 'informed' },
  })
  expect(notBefore({ countries: ['BE'], informedOn: '2026-08-30' }, '2026-11-30')).toMatchObject({ says: 'passed' })
})

test.each([
  ['2026-06-08', '2026-06-06', '2026-06-15'],
  ['2026-06-08', '2026-06-08', '2026-06-15'],
  ['2026-06-08', '2026-06-14', '2026-06-15'],
  ['2026-06-08', '2026-06-15', '2026-06-22'],
  ['2026-06-08', '2026-07-01', '2026-07-06'],
])('a weekly task due on %s and done on %s is due again on %s', (dueOn, today, next) => {
  expect(nextDue({ dueOn, everyDays: 7 }, today)).toBe(next)
})

test('every suggested task has a rhythm', () => {
  for (const phase of phases) for (const one of suggestedIn(phase)) expect(rhythmOf(phase, one)).toBeGreaterThan(0)
  expect(rhythmOf('listen', 'toString')).toBeUndefined()
})

const calm: Facts = {
  ...{ phase: 'listen', enteredOn: '2026-05-01', plans: 0, presented: 0, taskDue: null },
  ...{ hasHours: true, unanswered: [], measuredUntil: [], shiftsWithout: [] },
}
test.each<[Partial<Facts>, (typeof signals)[number][]]>([
  [{}, []],
  [{ plans: 1 }, ['nothingPresented']],
  [{ plans: 1, presented: 1 }, []],
  [{ enteredOn: '2026-01-01' }, ['nothingPresented']],
  [{ enteredOn: '2026-01-01', phase: 'prototype' }, []],
  [{ hasHours: false }, ['hoursShort']],
  [{ unanswered: ['2026-05-31'] }, ['vetoUnanswered']],
  [{ unanswered: ['2026-06-01'] }, []],
  [{ measuredUntil: ['2026-05-17'] }, ['notMeasured']],
  [{ measuredUntil: ['2026-05-18'] }, []],
  [{ shiftsWithout: ['night'] }, ['shiftMissing']],
  [{ taskDue: '2026-05-31' }, ['taskLate']],
])('what is known as %o shows %o', (part, seen) => {
  expect(signalsOf({ ...calm, ...part }, '2026-06-01')).toEqual(seen)
})
