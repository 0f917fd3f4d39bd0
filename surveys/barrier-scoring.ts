import type { Item, ItemKey } from './instrument'
import { isAnswer } from './scoring'

/**
 * The arithmetic of the two instruments that make one figure of several answers. It is done for one person at a time,
 * in memory, and only the class is kept and counted: a score is never stored, published or averaged over people.
 */

/** One answer with the key of its item; `undefined` when it was skipped or not known. */
export interface KeyedAnswer {
  key: ItemKey
  value: number | undefined
}

/** What is left of a person's score for one barrier. */
export const barrierClasses = ['low', 'noticeable', 'high'] as const
export type BarrierClass = (typeof barrierClasses)[number]

/**
 * Answers, of the four of a barrier. Among three there is always one that raises it and one that lowers it.
 * @source instruments.md, section 3a, "Scoring"
 */
export const fewestAnswers = 3

/** Points. Below this a barrier is nearer to "disagree" than to "neutral". @source instruments.md, section 3a, "Scoring" */
export const noticeableFrom = 37.5

/** Points. From here on a barrier is nearer to "agree" than to "neutral". @source instruments.md, section 3a, "Scoring" */
export const highFrom = 62.5

/**
 * Returns how high a barrier is for one person, from 0 to 100: the mean of the items that person answered, those that
 * lower it turned round. Agreeing with all four alike lands on 50, in the middle. Whatever is no step of the scale counts as
 * not answered.
 * @returns undefined with fewer than three answers, for that barrier only
 * @source instruments.md, section 3a, "Scoring": agreement raises by (x - 1) × 25 or lowers to (5 - x) × 25
 */
export function barrierScore(answers: readonly KeyedAnswer[]): number | undefined {
  const scores = answers.flatMap(({ key, value }) => {
    if (!isAnswer('agree5', value)) return []
    return key === 'D' ? pointsOf(value) : 100 - pointsOf(value)
  })
  return scores.length < fewestAnswers ? undefined : mean(scores)
}

/** Returns the class of a score: the nearest of "disagree", "neutral" and "agree". @source instruments.md, section 3a, "Scoring" */
export function barrierClass(score: number): BarrierClass {
  if (score < noticeableFrom) return 'low'
  return score < highFrom ? 'noticeable' : 'high'
}

/**
 * Returns the class of one barrier from a whole ballot, the only form in which its answers are counted.
 * @param items the four items of the barrier; @param answers by item id, as they came in
 */
export function barrierClassOf(
  items: readonly Pick<Item, 'id' | 'key'>[],
  answers: Readonly<Record<string, unknown>>,
): BarrierClass | undefined {
  const keyed = items.map(({ id, key }) => {
    const value = Object.hasOwn(answers, id) ? answers[id] : undefined
    if (!key) throw new RangeError(`${id} has no key`)
    return { key, value: isAnswer('agree5', value) ? value : undefined }
  })
  const score = barrierScore(keyed)
  return score === undefined ? undefined : barrierClass(score)
}

/** Points from 0 to 100 for a step from 1 to 5. */
const pointsOf = (value: number) => (value - 1) * 25

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
