import { fiveBarriers } from 'surveys/five-barriers/v1'
import { getScale, type Instrument, languages } from 'surveys/instrument'
import { checkedQuestions, type OpenQuestions } from 'surveys/open-questions'
import { pulse } from 'surveys/pulse/v1'
import { domains, mirrorItems, selfCheck } from 'surveys/self-check/v1'
import { examQuestions, examRoles, examTopics, selfExam } from 'surveys/self-exam/v1'
import { verdict } from 'surveys/verdict/v1'
import { describe, expect, test } from 'vitest'

const idsOf = (instrument: Instrument) => instrument.items.map(({ id }) => id)

describe('the self-check', () => {
  test('is ten statements, two to a domain', () => {
    expect(idsOf(selfCheck)).toEqual(domains.flatMap(domain => [`${domain}.1`, `${domain}.2`]))
    expect(getScale(selfCheck, 'agree5')).toEqual(getScale(pulse, 'agree5'))
  })

  test('asks staff the same ten, seen from their side', () => {
    expect(mirrorItems().map(({ id }) => id)).toEqual(idsOf(selfCheck))
    const same = mirrorItems().filter(({ text }, place) => text.nl === selfCheck.items[place]!.text.nl)
    expect(same.map(({ id }) => id)).toEqual(['power.1', 'direction.1'])
    expect(mirrorItems().some(item => 'mirror' in item)).toBe(false)
  })

  test('speaks as “we” to management, and as “management” or “I” to staff', () => {
    const we = /\b(wij|onze?)\b/i
    for (const { text } of mirrorItems()) expect(text.nl).not.toMatch(/^(wij|ons team)\b/i)
    expect(selfCheck.items.filter(({ text }) => we.test(text.nl)).length).toBeGreaterThan(3)
    expect(selfCheck.items.filter(({ text }) => /\bik\b/i.test(text.nl))).toEqual([])
  })
})

test('no item of one instrument has the id of another: a round may ask several', () => {
  const ids = [pulse, verdict, fiveBarriers, selfCheck].flatMap(idsOf)
  expect(new Set(ids).size).toBe(ids.length)
})

describe('the self-exam', () => {
  test('is fifteen questions for management together, and three for each role', () => {
    expect(domains.flatMap(examQuestions)).toHaveLength(15)
    for (const topic of examTopics) expect(examQuestions(topic).map(({ id }) => id)).toHaveLength(3)
    expect(selfExam.questions).toHaveLength(15 + 3 * examRoles.length)
    expect(Object.keys(selfExam.topics).sort()).toEqual([...examTopics].sort())
  })

  test.each(languages)('ends each question with a question mark in %s, and stays short', language => {
    for (const { text } of selfExam.questions) {
      expect(text[language]).toMatch(/^\p{Lu}.*\?$/u)
      expect(text[language].length).toBeLessThanOrEqual(125)
    }
  })

  test('keeps to what can be read in one breath in Dutch', () => {
    const words = selfExam.questions.map(({ text }) => text.nl.split(/\s+/).length)
    expect(Math.max(...words)).toBeLessThanOrEqual(20)
  })
})

type Loose<T> = T extends object ? { -readonly [K in keyof T]: Loose<T[K]> } : T

test.each<[string, (copy: Loose<OpenQuestions>) => void]>([
  ['no questions', copy => copy.questions.splice(0)],
  ['the same id twice', copy => Object.assign(copy.questions[1]!, { id: 'trust.1' })],
  ['an id of another topic', copy => Object.assign(copy.questions[1]!, { id: 'time.9' })],
  ['the same sentence twice', copy => Object.assign(copy.questions[1]!.text, { fr: copy.questions[0]!.text.fr })],
  ['a missing language', copy => Reflect.deleteProperty(copy.questions[1]!.text, 'en')],
  ['a topic without a name', copy => Reflect.deleteProperty(copy.topics, 'trust')],
  ['a name without a topic', copy => Object.assign(copy.topics, { mood: copy.topics.trust })],
])('a list of open questions with %s is refused', (_what, damage) => {
  const copy = structuredClone(selfExam) as Loose<OpenQuestions>
  expect(checkedQuestions(copy as OpenQuestions)).toEqual(selfExam)
  damage(copy)
  expect(() => checkedQuestions(copy as OpenQuestions)).toThrow(expect.objectContaining({ name: 'ZodError' }))
})
