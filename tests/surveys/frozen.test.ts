import { createHash } from 'node:crypto'
import frozen from 'surveys/frozen.json'
import { canonicalText, type Instrument, versionName } from 'surveys/instrument'
import { pulse } from 'surveys/pulse/v1'
import { expect, test } from 'vitest'

const files = import.meta.glob<Record<string, unknown>>('../../surveys/*/v*.ts', { eager: true })

const isInstrument = (value: unknown): value is Instrument =>
  typeof value === 'object' && value !== null && 'items' in value && 'version' in value

/** The instruments by the name their file gives them: a file that says `v2` and holds version 1 is found out. */
const instruments = Object.entries(files).map(([path, exported]) => ({
  file: path.replace(/^.*surveys\//, '').replace(/\.ts$/, ''),
  instrument: Object.values(exported).find(isInstrument),
}))

const fingerprint = (instrument: Instrument) => createHash('sha256').update(canonicalText(instrument)).digest('hex')

const fingerprints = (all: Instrument[]) => Object.fromEntries(all.map(one => [versionName(one), fingerprint(one)]))

test('every version file holds the instrument it is named after', () => {
  expect(instruments.length).toBeGreaterThan(0)
  for (const { file, instrument } of instruments) expect(instrument && versionName(instrument)).toBe(file)
})

test('every version ever asked still has its frozen fingerprint, and none has disappeared', () => {
  expect(fingerprints(instruments.flatMap(({ instrument }) => instrument ?? []))).toEqual(frozen)
})

/** All fingerprints as they would be with a changed pulse, so that the change is the only thing to be caught. */
const withInPlaceOfPulse = (copy: Instrument) => ({ ...frozen, ...fingerprints([copy]) })

test('an unchanged copy is not caught, so the controls below are about the change', () => {
  expect(withInPlaceOfPulse(structuredClone(pulse))).toEqual(frozen)
})

/** Each is one small, well-meant change to a questionnaire that has been asked. */
const changes: [string, (text: string) => string][] = [
  ['one Dutch word', text => text.replace('De sfeer in mijn team', 'De sfeer in ons team')],
  ['one French accent', text => text.replace('équipe', 'equipe')],
  ['a word of the answer scale', text => text.replace('"neutraal"', '"weet niet"')],
  ['the right to abstain', text => text.replace('"mayAbstain":true', '"mayAbstain":false')],
  ['room for the open answer', text => text.replace('"maxCharacters":500', '"maxCharacters":1000')],
]

test.each(changes)('control: a copy in which %s changed is caught', (_what, change) => {
  const copy = JSON.parse(change(JSON.stringify(pulse))) as Instrument
  expect(copy).not.toEqual(pulse)
  expect(withInPlaceOfPulse(copy)).not.toEqual(frozen)
})

test('control: two items that change places are caught', () => {
  const [first, second, ...rest] = pulse.items
  expect(withInPlaceOfPulse({ ...pulse, items: [second!, first!, ...rest] })).not.toEqual(frozen)
})

test('moving properties about in the file changes nothing', () => {
  const turned = Object.fromEntries(Object.entries(structuredClone(pulse)).reverse()) as Instrument
  expect(Object.keys(turned)).not.toEqual(Object.keys(pulse))
  expect(fingerprint(turned)).toBe(fingerprint(pulse))
})
