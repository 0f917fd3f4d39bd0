import { languages } from 'surveys/instrument'
import { isAnswer } from 'surveys/scoring'
import { questionAbout, verdict } from 'surveys/verdict/v1'
import { expect, test } from 'vitest'

const words = 'Niemand verliest $& werk door {id}.'

test.each(languages)('a question holds the promise word for word in %s', language => {
  const text = questionAbout({ id: 'P-3', words })[language]
  expect(text).toContain(words)
  expect(text.replace(words, '')).toContain('P-3')
  expect(text.replace(words, ''), 'no place is left open').not.toMatch(/[{}]/)
})

test('one card asks for three steps, and everybody may say that they do not know', () => {
  expect(verdict.items.map(({ kind, mayAbstain }) => [kind, mayAbstain])).toEqual([['verdict3', true]])
  expect(verdict.scales.verdict3!.steps.every(({ value }) => isAnswer('verdict3', value))).toBe(true)
  expect(verdict.abstain.nl).toBe('weet ik niet')
  expect(verdict.openQuestion).toBeUndefined()
})
