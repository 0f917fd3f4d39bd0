import { getItem, getScale, itemKinds, languages } from 'surveys/instrument'
import { pulse, pulseItems, type Rotation, rotationOf } from 'surveys/pulse/v1'
import { isAnswer } from 'surveys/scoring'
import { describe, expect, test } from 'vitest'

const quarter: Rotation[] = [1, 2, 3, 4, 5, 6, 7]
const ids = pulse.items.map(item => item.id)
const ofTopic = (topic: string) => pulse.items.filter(item => item.topic === topic).map(item => item.id)

/** The two promises of the rotation, as a check that can fail: the controls below make it do so. */
function brokenPromises(rounds: string[][]): string[] {
  const asked = rounds.flat()
  const onceAQuarter = ids.filter(id => id !== 'P01' && !ofTopic('pilot').includes(id))
  const voice = ['trust', 'heard', 'safety'].flatMap(ofTopic)
  return [
    ...onceAQuarter.filter(id => asked.filter(one => one === id).length !== 1).map(id => `${id} is not asked once`),
    ...rounds.flatMap((round, place) => (round[0] === 'P01' ? [] : `round ${place + 1} does not open with P01`)),
    ...rounds.flatMap((round, place) =>
      round.some(id => voice.includes(id)) ? [] : `round ${place + 1} has no voice`,
    ),
  ]
}

describe('the bank', () => {
  test('holds P01 to P24, each once and in order', () => {
    expect(ids).toEqual(Array.from({ length: 24 }, (_, place) => `P${String(place + 1).padStart(2, '0')}`))
  })

  test('has nine topics', () => {
    const count = (topic: string) => [topic, ofTopic(topic).length]
    const three = ['mood', 'trust', 'heard', 'workload', 'knowledge', 'safety', 'future'].map(topic => [topic, 3])
    expect([...new Set(pulse.items.map(item => item.topic))].map(count)).toEqual([
      ...three,
      ['pilot', 2],
      ['recommendation', 1],
    ])
  })

  test.each(languages)('has 24 different sentences in %s', language => {
    const sentences = pulse.items.map(item => item.text[language])
    expect(new Set(sentences).size).toBe(24)
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.{10,}[.?]$/u)
  })

  test('asks for agreement, except P01 and P24; only the pilot items may be abstained from', () => {
    expect(pulse.items.filter(item => item.kind === 'quality5').map(item => item.id)).toEqual(['P01'])
    expect(pulse.items.filter(item => item.kind === 'recommend11').map(item => item.id)).toEqual(['P24'])
    expect(pulse.items.filter(item => item.mayAbstain).map(item => item.id)).toEqual(['P22', 'P23'])
  })

  test.each(itemKinds.filter(kind => pulse.scales[kind]))(
    'names every step of %s, and every step is an answer',
    kind => {
      for (const { value } of getScale(pulse, kind).steps) expect(isAnswer(kind, value)).toBe(true)
      for (const language of languages) {
        const labels = getScale(pulse, kind).steps.map(step => step.label[language])
        expect(new Set(labels).size).toBe(labels.length)
      }
    },
  )

  test('runs from bad to good in Dutch', () => {
    const ends = (kind: 'agree5' | 'quality5') => [0, 4].map(place => getScale(pulse, kind).steps[place]?.label.nl)
    expect(ends('agree5')).toEqual(['helemaal oneens', 'helemaal eens'])
    expect(ends('quality5')).toEqual(['heel slecht', 'heel goed'])
  })

  test('leaves room for 500 characters in the reader’s own words', () => {
    expect(pulse.openQuestion!.text.nl).toBe('Wat moeten we weten of doen?')
    expect(pulse.openQuestion!.maxCharacters).toBe(500)
  })
})

describe('the rotation', () => {
  const rounds = quarter.map(rotation => pulseItems(rotation, false))

  test('asks four different, existing items a round', () => {
    for (const round of rounds) expect(new Set(round.map(id => getItem(pulse, id))).size).toBe(4)
  })

  test('asks each non-anchor item once a quarter, P01 always, and trust, being heard or safety in every round', () => {
    expect(brokenPromises(rounds)).toEqual([])
  })

  test('control: a rotation that keeps silent about trust for a round, or forgets an item, is noticed', () => {
    const silent = [['P01', 'P02', 'P10', 'P13'], ...rounds.slice(1)]
    expect(brokenPromises(silent)).toEqual(['P02 is not asked once', 'P04 is not asked once', 'round 1 has no voice'])
    expect(brokenPromises([...rounds.slice(0, 6), ['P09', 'P18', 'P24']])).toEqual(['round 7 does not open with P01'])
  })

  test('gives pilot teams a fifth item: P22 in odd rotations, P23 in even ones', () => {
    const fifth = quarter.map(rotation => pulseItems(rotation, true).slice(4))
    expect(fifth).toEqual([['P22'], ['P23'], ['P22'], ['P23'], ['P22'], ['P23'], ['P22']])
    expect(quarter.map(rotation => pulseItems(rotation, true).slice(0, 4))).toEqual(rounds)
  })

  test('cannot be changed by whoever asked for it', () => {
    pulseItems(1, false).push('P24')
    expect(pulseItems(1, false)).toEqual(['P01', 'P04', 'P10', 'P13'])
  })

  test('starts again after seven rounds', () => {
    expect([1, 2, 7, 8, 14, 15, 26].map(rotationOf)).toEqual([1, 2, 7, 1, 7, 1, 5])
    for (const impossible of [0, -1, 1.5, Number.NaN]) expect(() => rotationOf(impossible)).toThrow(RangeError)
  })
})
