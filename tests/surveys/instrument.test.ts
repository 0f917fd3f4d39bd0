import { checkedInstrument, getItem, getScale, type Instrument, mirrored } from 'surveys/instrument'
import { pulse } from 'surveys/pulse/v1'
import { expect, test } from 'vitest'

/** A copy that may be broken: the real one is locked. */
type Loose<T> = T extends object ? { -readonly [K in keyof T]: Loose<T[K]> } : T

function broken(damage: (copy: Loose<Instrument>) => void) {
  const copy = structuredClone(pulse) as Loose<Instrument>
  damage(copy)
  return () => checkedInstrument(copy as Instrument)
}

test('an undamaged copy passes, so the refusals below are about the damage', () => {
  expect(broken(() => {})()).toEqual(pulse)
})

test.each<[string, (copy: Loose<Instrument>) => void]>([
  ['no items', copy => copy.items.splice(0)],
  ['a version of nothing', copy => Object.assign(copy, { version: 0 })],
  ['an empty French sentence', copy => Object.assign(copy.items[3]!.text, { fr: '' })],
  ['a missing English sentence', copy => Reflect.deleteProperty(copy.items[3]!.text, 'en')],
  ['a fourth language without the rest', copy => Object.assign(copy.items[3]!.text, { de: 'Guten Tag' })],
  ['a space at the end', copy => Object.assign(copy.items[3]!.text, { nl: 'De directie deed het. ' })],
  ['an unknown kind', copy => Object.assign(copy.items[3]!, { kind: 'agree7' })],
  ['an id of another form', copy => Object.assign(copy.items[3]!, { id: 'Trust-1' })],
  ['an id of another topic', copy => Object.assign(copy.items[3]!, { id: 'mood.1' })],
  ['an id with spaces', copy => Object.assign(copy, { id: 'five barriers' })],
  ['a key on one item only', copy => Object.assign(copy.items[3]!, { key: 'D' })],
  ['a mirror of one item only', copy => Object.assign(copy.items[3]!, { mirror: copy.items[3]!.text })],
  ['a key that is none', copy => copy.items.map(item => Object.assign(item, { key: 'X' }))],
  ['the same mirror twice', copy => copy.items.map(item => Object.assign(item, { mirror: copy.items[3]!.text }))],
  ['a name for one topic only', copy => Object.assign(copy, { topics: { trust: copy.abstain } })],
  ['an unknown property', copy => Object.assign(copy.items[3]!, { profile: 'cynic' })],
  ['the same id twice', copy => Object.assign(copy.items[3]!, { id: 'P01' })],
  ['the same sentence twice', copy => Object.assign(copy.items[3]!.text, { fr: copy.items[4]!.text.fr })],
  ['a kind without its scale', copy => Reflect.deleteProperty(copy.scales, 'quality5')],
  ['a scale without its last step', copy => copy.scales.agree5!.steps.pop()],
  ['a scale turned round', copy => copy.scales.agree5!.steps.reverse()],
  ['numbers without end labels', copy => Reflect.deleteProperty(copy.scales.recommend11!, 'ends')],
  ['no words for abstaining', copy => Reflect.deleteProperty(copy, 'abstain')],
  ['an open question without a limit', copy => Reflect.deleteProperty(copy.openQuestion!, 'maxCharacters')],
])('an instrument with %s is refused', (_what, damage) => {
  expect(broken(damage)).toThrow(expect.objectContaining({ name: 'ZodError' }))
})

test('a loaded instrument is locked to its last word', () => {
  expect(() => Object.assign(pulse.items[0]!.text, { nl: 'Hoe leuk was je week?' })).toThrow(TypeError)
  expect(() => Object.assign(pulse.scales.agree5!.steps[0]!.label, { nl: 'nee' })).toThrow(TypeError)
  expect(() => (pulse.items as unknown[]).push({})).toThrow(TypeError)
})

test('items and scales are found by name; asking for what is not there is a fault', () => {
  expect(getItem(pulse, 'P04').topic).toBe('trust')
  expect(getScale(pulse, 'quality5').steps).toHaveLength(5)
  expect(() => getItem(pulse, 'P25')).toThrow('pulse/v1 has no item P25')
  expect(() => getScale({ ...pulse, scales: {} }, 'agree5')).toThrow('pulse/v1 has no scale agree5')
})

test('what has no mirror is not mirrored', () => {
  expect(() => mirrored(getItem(pulse, 'P04'))).toThrow('P04 has no mirror')
})
