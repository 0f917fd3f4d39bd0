import { createHash } from 'node:crypto'
import { fiveBarriers } from 'surveys/five-barriers/v1'
import frozen from 'surveys/frozen.json'
import { canonicalText, type Instrument, type Versioned, versionName } from 'surveys/instrument'
import { pulse } from 'surveys/pulse/v1'
import { selfCheck } from 'surveys/self-check/v1'
import { selfExam } from 'surveys/self-exam/v1'
import { expect, test } from 'vitest'

const files = import.meta.glob<Record<string, unknown>>('../../surveys/*/v*.ts', { eager: true })

/** An instrument, or a list of open questions; a version file may export other things beside it. */
const isAsked = (value: unknown): value is Versioned =>
  typeof value === 'object' && value !== null && 'id' in value && 'version' in value

/** What is asked, by the name its file gives it: a file that says `v2` and holds version 1 is found out. */
const asked = Object.entries(files).map(([path, exported]) => ({
  file: path.replace(/^.*surveys\//, '').replace(/\.ts$/, ''),
  held: Object.values(exported).filter(isAsked),
}))

const fingerprint = (one: Versioned) => createHash('sha256').update(canonicalText(one)).digest('hex')

const fingerprints = (all: Versioned[]) => Object.fromEntries(all.map(one => [versionName(one), fingerprint(one)]))

test('every version file holds what it is named after, and nothing else that is asked', () => {
  expect(asked.length).toBeGreaterThan(0)
  for (const { file, held } of asked) expect(held.map(versionName)).toEqual([file])
})

test('every version ever asked still has its frozen fingerprint, and none has disappeared', () => {
  expect(fingerprints(asked.flatMap(({ held }) => held))).toEqual(frozen)
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

test.each<[string, Versioned, (text: string) => string]>([
  ['the key of a statement', fiveBarriers, text => text.replace('"key":"D"', '"key":"R"')],
  ['the name of a barrier', fiveBarriers, text => text.replace('Ik kom niet meer mee', 'Ik ben te oud')],
  ['the words that staff are asked', selfCheck, text => text.replace('geloof ik dat', 'geloof ik het')],
  ['a question management asks itself', selfExam, text => text.replace('slecht nieuws', 'nieuws')],
])('control: a copy in which %s changed is caught', (_what, original, change) => {
  const copy = JSON.parse(change(JSON.stringify(original))) as Versioned
  expect({ ...frozen, ...fingerprints([structuredClone(original)]) }).toEqual(frozen)
  expect({ ...frozen, ...fingerprints([copy]) }).not.toEqual(frozen)
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
