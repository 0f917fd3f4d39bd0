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

/** One sentence in every language. */
export const words = z.strictObject({ nl: sentence, en: sentence, fr: sentence }).readonly()

/** Small letters; `_` stands between two words. */
export const topicName = z.string().regex(/^[a-z]+(_[a-z]+)*$/)

/** What something that is asked is known by: its subject, and the version of its words. */
export const versioned = {
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  version: z.number().int().positive(),
}

/** The names people read for the topics. */
export const topicLabels = z.record(topicName, words).readonly()

/** `D`: agreeing raises the barrier. `R`: agreeing lowers it. */
export const itemKeys = ['D', 'R'] as const
export type ItemKey = (typeof itemKeys)[number]

/** An item of a bank has a letter and a number; an item of a scale has its topic and its place there: `job_loss.1`. */
const item = z
  .strictObject({
    id: z.string().regex(/^[A-Z]\d{2}$|^[a-z]+(_[a-z]+)*\.[1-9]$/),
    topic: topicName,
    kind: z.enum(itemKinds),
    key: z.enum(itemKeys).optional(),
    mayAbstain: z.boolean(),
    text: words,
    mirror: words.optional(),
  })
  .readonly()
  .refine(({ id, topic }) => !id.includes('.') || id.split('.')[0] === topic, 'an id names another topic')

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
    ...versioned,
    topics: topicLabels.optional(),
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

/** Something that is asked in a fixed wording: an instrument, or a list of open questions. */
export type Versioned = Pick<Instrument, 'id' | 'version'>

/** Tells whether no text stands there twice. */
export const areAllDifferent = (texts: readonly string[]) => new Set(texts).size === texts.length

/** Tells whether every topic has its label, and every label its topic; without labels there is nothing to tell. */
export const hasItsLabels = (topics: object | undefined, used: readonly { topic: string }[]) =>
  !topics || `${Object.keys(topics).sort()}` === `${[...new Set(used.map(({ topic }) => topic))].sort()}`

const allOrNone = (items: readonly Item[], part: 'key' | 'mirror') =>
  items.every(one => one[part]) || !items.some(one => one[part])

const hasEveryStep = (kind: ItemKind, { steps }: Scale) =>
  steps.length === answerScales[kind].highest - answerScales[kind].lowest + 1 &&
  steps.every(({ value }, place) => value === answerScales[kind].lowest + place)

const wholeInstrument = shape
  .refine(({ items }) => areAllDifferent(items.map(({ id }) => id)), 'two items share an id')
  .refine(
    ({ items }) => languages.every(language => areAllDifferent(items.map(({ text }) => text[language]))),
    'two items share a sentence',
  )
  .refine(
    ({ items }) =>
      languages.every(language => areAllDifferent(items.flatMap(({ mirror }) => mirror?.[language] ?? []))),
    'two mirrors share a sentence',
  )
  .refine(({ items }) => allOrNone(items, 'key'), 'some items have a key and others have none')
  .refine(({ items }) => allOrNone(items, 'mirror'), 'some items have a mirror and others have none')
  .refine(({ topics, items }) => hasItsLabels(topics, items), 'a topic has no label, or a label no topic')
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
export function versionName({ id, version }: Versioned): string {
  return `${id}/v${version}`
}

/**
 * Returns an item of management as staff are asked it: the same question, seen from their side.
 * @throws RangeError when the item has no mirror.
 */
export function mirrored({ mirror, ...item }: Item): Item {
  if (!mirror) throw new RangeError(`${item.id} has no mirror`)
  return { ...item, text: mirror }
}

/**
 * Writes what is asked as JSON with sorted keys: the text whose SHA-256 is the version's fingerprint.
 * A word, a step or the order of the items changes it; moving a line in the file does not.
 */
export function canonicalText(asked: Versioned): string {
  return JSON.stringify(asked, (_key, value) =>
    value?.constructor === Object
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
