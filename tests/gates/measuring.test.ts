import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Criterion, findingOf, isPercent, type Measured, type Measurement, measure } from '~/gates/criteria'
import { enterAll } from '~/gates/measuring/entering'
import { dayWritten, readList } from '~/gates/measuring/list'
import { milliOf, milliOfNumber, wholeOf } from '~/gates/measuring/numbers'

const today = '2026-06-15'
const criterion: Criterion = { number: 1, direction: 'atLeast', thresholdMilli: 85_000, minimumVolume: 300 }
const one: Measurement = { criterion: 1, fromOn: '2026-06-01', untilOn: '2026-06-07', valueMilli: 90_000, volume: 412 }
const step: Measured = {
  ...{ frozenOn: '2026-05-20', measuringFrom: '2026-06-01', isJudged: false },
  criteria: [
    { number: 1, unit: '%' },
    { number: 2, unit: 'minuten' },
  ],
  measurements: [],
}

test('a measurement that is sane and in time counts', () => {
  expect(measure(step, one, today)).toEqual({ ok: true, value: one })
  expect(measure(step, { ...one, criterion: 2, valueMilli: 250_000 }, today).ok).toBe(true)
})

test.each<[string, Partial<Measurement>, Partial<Measured>, string]>([
  ['before criteria are fixed', {}, { frozenOn: null }, 'notFrozen'],
  ['of a criterion of another step', { criterion: 3 }, {}, 'noSuchCriterion'],
  ['that ends before it begins', { untilOn: '2026-05-31' }, {}, 'daysReversed'],
  ['of nothing', { volume: 0 }, {}, 'noCases'],
  ['of half a case', { volume: 0.5 }, {}, 'noCases'],
  ['of more than a hundred percent', { valueMilli: 100_001 }, {}, 'valueOutOfRange'],
  ['below nothing', { valueMilli: -1 }, {}, 'valueOutOfRange'],
  ['from before the announced day', { fromOn: '2026-05-31' }, {}, 'beforeMeasuring'],
  ['of days that are still to come', { untilOn: '2026-06-16' }, {}, 'inTheFuture'],
  ['after the group judged', {}, { isJudged: true }, 'alreadyJudged'],
  ['of a day that was measured', {}, { measurements: [{ ...one, fromOn: '2026-06-07' }] }, 'alreadyMeasured'],
])('a measurement %s is refused', (_what, part, of, because) => {
  expect(measure({ ...step, ...of }, { ...one, ...part }, today)).toEqual({ ok: false, because })
})

test('the same measurement twice counts once, also after the judgement; another one of those days is refused', () => {
  const says = (all: Measurement[], of = step) => enterAll(of, all, today).map(it => (it.ok ? it.value : it.because))
  expect(says([one, one, { ...one, volume: 413 }])).toEqual(['counts', 'stood', 'alreadyMeasured'])
  expect(says([one], { ...step, isJudged: true, measurements: [one] })).toEqual(['stood'])
})

test('percent is known in three languages; control: minutes are not percent', () => {
  expect(['%', ' procent', 'percent', 'pour cent', 'minuten'].map(isPercent)).toEqual([true, true, true, true, false])
})

const anyDay = fc.integer({ min: 1, max: 30 }).map(day => `2026-06-${String(day).padStart(2, '0')}`)
const anyMeasurement = fc.record<Measurement>({
  criterion: fc.constantFrom(1, 2),
  ...{ fromOn: anyDay, untilOn: anyDay },
  valueMilli: fc.integer({ min: 0, max: 100_000 }),
  volume: fc.integer({ min: 1, max: 400 }),
})
type Find = typeof findingOf
type Enter = (all: Measurement[]) => Measurement[]

/** Enters measurements as they come, in any order. @returns the first thing that is not so */
function faultIn(find: Find, enter: Enter): string | undefined {
  const checked = fc.check(
    fc.property(fc.record(anyCriterion), fc.array(anyMeasurement, { maxLength: 12 }), (bar, all) => {
      const own = enter(all).filter(it => it.criterion === bar.number)
      const { says } = find(bar, own)
      const days = own.flatMap(daysOf)
      if (new Set(days).size < days.length) throw new Error('a day counts twice')
      const volume = own.reduce((sum, it) => sum + it.volume, 0)
      if (volume < bar.minimumVolume && says !== 'tooLittle') throw new Error('said too early')
      if (volume === 0 || volume < bar.minimumVolume) return
      const over = own.reduce((sum, it) => sum + (it.valueMilli - bar.thresholdMilli) * it.volume, 0)
      const isMet = bar.direction === 'atLeast' ? over >= 0 : over <= 0
      if (says !== (isMet ? 'met' : 'notMet')) throw new Error('not the mean')
    }),
    { numRuns: 300, seed: 7 },
  )
  return checked.failed ? (checked.errorInstance as Error).message : undefined
}
const anyCriterion = {
  number: fc.constant(1),
  direction: fc.constantFrom('atLeast' as const, 'atMost' as const),
  thresholdMilli: fc.integer({ min: 0, max: 100_000 }),
  minimumVolume: fc.integer({ min: 0, max: 600 }),
}
const daysOf = ({ fromOn, untilOn }: Measurement) => {
  const [from, until] = [Number(fromOn.slice(-2)), Number(untilOn.slice(-2))]
  return Array.from({ length: Math.max(0, until - from + 1) }, (_, place) => from + place)
}
const byTheRules: Enter = all => {
  const outcomes = enterAll(step, all, '2026-06-30')
  return all.filter((_, place) => outcomes[place]!.ok && outcomes[place]!.value === 'counts')
}

describe('whatever is entered', () => {
  test('nothing is met below its volume, and no day counts twice', () => {
    expect(faultIn(findingOf, byTheRules)).toBeUndefined()
  })
  test('control: who lets everything in counts a day twice', () => {
    expect(faultIn(findingOf, all => all)).toBe('a day counts twice')
  })
  test('control: who ignores the volume says something too early', () => {
    expect(faultIn((bar, all) => findingOf({ ...bar, minimumVolume: 0 }, all), byTheRules)).toBe('said too early')
  })
})

test('just short of the threshold is not met, and is not shown as if it were', () => {
  const bar = { ...criterion, minimumVolume: 1 }
  const two = [
    { ...one, valueMilli: 85_000, volume: 999_999 },
    { ...one, valueMilli: 84_999, volume: 1 },
  ]
  expect(findingOf(bar, two)).toMatchObject({ says: 'notMet', valueMilli: 84_999 })
  const most = findingOf({ ...bar, direction: 'atMost' }, [{ ...two[0]! }, { ...two[1]!, valueMilli: 85_001 }])
  expect(most).toMatchObject({ says: 'notMet', valueMilli: 85_001 })
  const mean = (...values: number[]) =>
    findingOf(
      bar,
      values.map(valueMilli => ({ ...one, valueMilli, volume: 1 })),
    ).valueMilli
  expect([mean(86_712, 86_715), mean(9_876, 9_879), mean(871, 872), mean(84_990)]).toEqual([86_700, 9880, 871, 84_990])
  expect(findingOf(bar, [{ ...one, valueMilli: 1_000_000_000, volume: 10_000_000 }]).valueMilli).toBe(1_000_000_000)
})

test('numbers are read as people and programs write them; what could mean two things is refused', () => {
  expect(['87,5', '87.5', ' 90 ', '90 %', '0,05'].map(milliOf)).toEqual([87_500, 87_500, 90_000, 90_000, 50])
  expect(['1.234', '1,234', '1.234,5', '-1', '', 'x', '1e3', '٣'].filter(it => milliOf(it) !== undefined)).toEqual([])
  expect(['412', '1 234', '1.234', '4,0', ''].map(wholeOf)).toEqual([412, 1234, undefined, undefined, undefined])
  expect([87.125, 1.005, 0.0001, 1e300].map(milliOfNumber)).toEqual([87_125, 1005, undefined, undefined])
})

test('a list is read with commas or semicolons, days either way round, and every fault has its line', () => {
  const dutch = '\ufeffEis;Van;Tot en met;Waarde;Gevallen;Opmerking\r\n1;01-06-2026;7-6-2026;"87,5";412;mooi\r\n'
  const english = 'criterion,from,until,value,cases\n1,2026-06-01,2026-06-07,87.5,412\n'
  const said = [{ line: 2, one: { ...one, valueMilli: 87_500 } }]
  expect(readList(dutch)).toEqual({ rows: said, problems: [] })
  expect(readList(english).rows).toEqual(said)
  const wrong = readList('eis;van;tot;waarde;gevallen\n1;30-02-2026;2026-06-07;1.234;4,5\n\n1;;;;')
  expect(wrong.problems.slice(0, 3)).toEqual([
    { line: 2, column: 'from', reason: 'notADay' },
    { line: 2, column: 'value', reason: 'notANumber' },
    { line: 2, column: 'volume', reason: 'notWhole' },
  ])
  expect(wrong.problems.filter(({ line }) => line === 4)).toHaveLength(4)
  expect(readList('eis;van;van\n1;2;3').problems).toContainEqual({ line: 1, column: 'from', reason: 'columnTwice' })
  expect(readList('eis').problems).toEqual([{ line: 0, reason: 'emptyFile' }])
  expect(dayWritten('2026-6-1')).toBeUndefined()
})
