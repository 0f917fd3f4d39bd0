import { answerClass, isAnswer } from 'surveys/scoring'
import { describe, expect, test } from 'vitest'

const golden = {
  agree5: { unfavourable: [1, 2], middle: [3], favourable: [4, 5] },
  quality5: { unfavourable: [1, 2], middle: [3], favourable: [4, 5] },
  verdict3: { unfavourable: [1], middle: [2], favourable: [3] },
  recommend11: { unfavourable: [0, 1, 2, 3, 4, 5, 6], middle: [7, 8], favourable: [9, 10] },
} as const

const neverAnswers = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  11,
  2.5,
  '3',
  '',
  null,
  undefined,
  true,
  [3],
  { value: 3 },
]

describe.each(['agree5', 'quality5', 'verdict3', 'recommend11'] as const)('%s', kind => {
  test.each(['unfavourable', 'middle', 'favourable'] as const)('counts its %s steps as such', expected => {
    for (const value of golden[kind][expected]) {
      expect(isAnswer(kind, value)).toBe(true)
      expect(answerClass(kind, value)).toBe(expected)
    }
  })

  test('has no steps besides those of its three classes', () => {
    const steps = Object.values(golden[kind]).flat()
    for (let value = -20; value <= 20; value++) expect(isAnswer(kind, value)).toBe(steps.includes(value))
  })

  test('takes nothing else for an answer, and refuses to class it', () => {
    for (const value of neverAnswers) {
      expect(isAnswer(kind, value)).toBe(false)
      expect(() => answerClass(kind, value as number)).toThrow(RangeError)
    }
  })
})

test('zero is an answer to the recommendation only, six and more never to five steps', () => {
  expect(isAnswer('recommend11', 0)).toBe(true)
  expect(() => answerClass('agree5', 0)).toThrow(RangeError)
  expect(() => answerClass('quality5', 6)).toThrow(RangeError)
})

test('the refusal does not repeat what was sent', () => {
  expect(() => answerClass('agree5', 4711)).toThrow(/^not an answer to a question of kind agree5$/)
})
