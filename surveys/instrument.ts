import { z } from 'zod'
import { answerScales, type ItemKind } from './scoring'

export type { ItemKind } from './scoring'

/** Dutch is the language in which items are written; the other two belong to the same version. */
export const languages = ['nl', 'en', 'fr'] as const
export type Language = (typeof languages)[number]

export const itemKinds = Object.keys(answerScales) as [ItemKind, ...ItemKind[]]

const sentence = z
  .string()
  .min(1)
  .refine(text => text === text.trim(), 'a text has no space before or after it')

const words = z.strictObject({ nl: sentence, en: sentence, fr: sentence }).readonly()

const item = z
  .strictObject({
    id: z.string().regex(/^[A-Z]\d{2}$/),
    topic: z.string().regex(/^[a-z]+$/),
    kind: z.enum(itemKinds),
    mayAbstain: z.boolean(),
    text: words,
  })
  .readonly()

/** A step shown as a bare number says nothing by itself, so such a scale says what its two ends mean. */
const scale = z
  .strictObject({
    steps: z.array(z.strictObject({ value: z.number().int(), label: words }).readonly()).readonly(),
    ends: z.strictObject({ lowest: words, highest: words }).readonly().optional(),
  })
  .readonly()
  .refine(({ steps, ends }) => ends || !steps.some(({ label }) => /^\d+$/.test(label.nl)), 'numbers need end labels')

const shape = z
  .strictObject({
    id: z.string().regex(/^[a-z]+$/),
    version: z.number().int().positive(),
    items: z.array(item).min(1).readonly(),
    scales: z.partialRecord(z.enum(itemKinds), scale).readonly(),
    abstain: words,
    openQuestion: z.strictObject({ text: words, maxCharacters: z.number().int().positive() }).readonly().optional(),
  })
  .readonly()

export type Words = z.infer<typeof words>
export type Item = z.infer<typeof item>
export type Scale = z.infer<typeof scale>
export type Instrument = z.infer<typeof shape>

const areAllDifferent = (texts: string[]) => new Set(texts).size === texts.length

const hasEveryStep = (kind: ItemKind, { steps }: Scale) =>
  steps.length === answerScales[kind].highest - answerScales[kind].lowest + 1 &&
  steps.every(({ value }, place) => value === answerScales[kind].lowest + place)

const wholeInstrument = shape
  .refine(({ items }) => areAllDifferent(items.map(({ id }) => id)), 'two items share an id')
  .refine(
    ({ items }) => languages.every(language => areAllDifferent(items.map(({ text }) => text[language]))),
    'two items share a sentence',
  )
  .refine(({ items, scales }) => items.every(({ kind }) => scales[kind]), 'an item has no scale')
  .refine(
    ({ scales }) => itemKinds.every(kind => !scales[kind] || hasEveryStep(kind, scales[kind])),
    'a scale misses a step, or its steps are out of order',
  )

/**
 * Returns the instrument, checked and locked: three languages everywhere, no id or sentence twice, every scale whole.
 * @throws ZodError when it is not an instrument; a version file calls this on loading, so a broken one stops the start.
 */
export function checkedInstrument(draft: z.input<typeof shape>): Instrument {
  return wholeInstrument.parse(draft)
}

/** Returns the item with this id. @throws RangeError when the instrument does not have it. */
export function getItem(instrument: Instrument, id: string): Item {
  const found = instrument.items.find(one => one.id === id)
  if (!found) throw new RangeError(`${versionName(instrument)} has no item ${id}`)
  return found
}

/** Returns the scale, with its words, of a kind of item. @throws RangeError when the instrument does not have it. */
export function getScale(instrument: Instrument, kind: ItemKind): Scale {
  const found = instrument.scales[kind]
  if (!found) throw new RangeError(`${versionName(instrument)} has no scale ${kind}`)
  return found
}

/** Names a version as `frozen.json` and its file do: `pulse/v1`. */
export function versionName({ id, version }: Pick<Instrument, 'id' | 'version'>): string {
  return `${id}/v${version}`
}

/**
 * Writes the instrument as JSON with sorted keys: the text whose SHA-256 is the version's fingerprint.
 * A word, a step or the order of the items changes it; moving a line in the file does not.
 */
export function canonicalText(instrument: Instrument): string {
  return JSON.stringify(instrument, (_key, value) =>
    value?.constructor === Object
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
