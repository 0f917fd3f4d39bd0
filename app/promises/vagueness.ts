import { isDay } from '~/calendar'

/** What may make a promise hard to hold anybody to. */
export type Doubt =
  | { kind: 'noDate' }
  | { kind: 'noMeasure' }
  | { kind: 'nothingToCount' }
  | { kind: 'vague'; word: string }

type Draft = { text: string; measure: string; dueOn: string }

/**
 * Words that leave open what, when or for whom. A star stands for any ending.
 * @source our own list of words that name no amount, no day and no person
 */
const vagueWords = [
  // Dutch
  ...['zo snel mogelijk', 'zo veel mogelijk', 'zoveel mogelijk', 'waar mogelijk', 'indien mogelijk', 'in principe'],
  ...['streven', 'proberen', 'ons best', 'binnenkort', 'op termijn', 'te zijner tijd', 'aandacht voor', 'inzetten op'],
  ...['optimaal', 'adequaat', 'voldoende', 'regelmatig', 'tijdig', 'passend*', 'kijken naar', 'onderzoeken', 'verder'],
  // English
  ...[
    'as soon as possible',
    'as much as possible',
    'where possible',
    'if possible',
    'in principle',
    'aim to',
    'strive',
  ],
  ...['try to', 'our best', 'soon', 'in due course', 'adequate*', 'sufficient*', 'regular*', 'timely', 'appropriate*'],
  ...['look into', 'explore', 'focus on', 'going forward'],
  // French
  ...['dès que possible', 'autant que possible', 'si possible', 'en principe', 'viser à', 'nous efforcer', 'essayer'],
  ...['de notre mieux', 'bientôt', 'à terme', 'en temps utile', 'adéquat*', 'suffisamment', 'suffisant*'],
  ...['régulièrement', 'approprié*', 'étudier', 'mettre l’accent'],
]

const patterns = vagueWords.map(word => {
  const spelled = word.replace('*', '\\p{L}*').replaceAll('’', "[’']")
  return new RegExp(`(?<!\\p{L})${spelled}(?!\\p{L})`, 'iu')
})

/** A figure, or a number written out, is something to count; so is a thing that either exists or does not. */
const countable =
  /\p{N}|(?<!\p{L})(geen|nul|een|één|twee|drie|vier|vijf|alle|iedere?|elke?|no|zero|one|two|three|four|five|all|every|each|aucune?|une?|deux|trois|quatre|cinq|tous|toutes|chaque)(?!\p{L})/iu

/** Asks back what a reader would ask: by when, how will we see it, and what does that word mean? */
export function doubtsAbout({ text, measure, dueOn }: Draft): Doubt[] {
  const said = `${text} ${measure}`
  const words = patterns.flatMap(pattern => pattern.exec(said)?.[0].toLowerCase() ?? [])
  const counted = measure.trim() === '' ? ({ kind: 'noMeasure' } as const) : ({ kind: 'nothingToCount' } as const)
  return [
    ...(isDay(dueOn) ? [] : [{ kind: 'noDate' } as const]),
    ...(countable.test(measure) ? [] : [counted]),
    ...words.map(word => ({ kind: 'vague', word }) as const),
  ]
}
