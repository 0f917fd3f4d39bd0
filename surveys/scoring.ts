/**
 * The arithmetic every instrument shares. It imports nothing, so the page in the browser, the count at closing
 * and a works council with a calculator all use the same few lines.
 */

/**
 * The kinds of closed question: the steps of their scale, and where the two outer classes begin.
 * Every item is worded so that a higher answer is the better one; no answer is turned round.
 * @source Five steps: aggregation rules K7c2.v1, R3 (unfavourable 1–2, favourable 4–5).
 * @source Eleven steps: F. Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003
 *   (detractors 0–6, passives 7–8, promoters 9–10).
 * @source Three steps: our own; not kept, partly, kept, so that a count loses nothing of what was said.
 */
export const answerScales = {
  agree5: { lowest: 1, highest: 5, unfavourableUpTo: 2, favourableFrom: 4 },
  quality5: { lowest: 1, highest: 5, unfavourableUpTo: 2, favourableFrom: 4 },
  verdict3: { lowest: 1, highest: 3, unfavourableUpTo: 1, favourableFrom: 3 },
  recommend11: { lowest: 0, highest: 10, unfavourableUpTo: 6, favourableFrom: 9 },
} as const

export type ItemKind = keyof typeof answerScales

/** What is left of an answer once it is counted; the step itself is never published. */
export const answerClasses = ['unfavourable', 'middle', 'favourable'] as const
export type AnswerClass = (typeof answerClasses)[number]

/** Tells whether a value is a step of the scale. Skipping and abstaining are not answers, and are not counted. */
export function isAnswer(kind: ItemKind, value: unknown): value is number {
  const { lowest, highest } = answerScales[kind]
  return Number.isInteger(value) && lowest <= (value as number) && (value as number) <= highest
}

/**
 * Reduces an answer to one of three classes, the only form in which answers are counted.
 * @throws RangeError for a value that is not an answer; the message never repeats what was sent.
 * @source Aggregation rules K7c2.v1, R3: one answer enters exactly one published figure.
 */
export function answerClass(kind: ItemKind, value: number): AnswerClass {
  if (!isAnswer(kind, value)) throw new RangeError(`not an answer to a question of kind ${kind}`)
  const { unfavourableUpTo, favourableFrom } = answerScales[kind]
  if (value <= unfavourableUpTo) return 'unfavourable'
  return value >= favourableFrom ? 'favourable' : 'middle'
}
