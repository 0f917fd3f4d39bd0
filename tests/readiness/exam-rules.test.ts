import { selfExam } from 'surveys/self-exam/v1'
import { expect, test } from 'vitest'
import { roles } from '~/people/rules'
import {
  examParts,
  examWriters,
  placeInExam,
  publishAnswer,
  questionsOf,
  type Standing,
  saveAnswer,
  writerOf,
  writesFor,
} from '~/readiness/exam/rules'

const draft: Standing = { mark: 'a', isPublished: false }
const sent = { body: 'Wij braken één belofte.', seen: 'a' }
const by = (role: (typeof roles)[number]) => ({ roles: [role] })
const director = by('executive')

test('every question stands in exactly one part: fifteen together, three to each role', () => {
  expect(examParts.map(part => questionsOf(part).length)).toEqual([15, 3, 3, 3, 3, 3])
  const ids = examParts.flatMap(part => questionsOf(part).map(({ id }) => id))
  expect([...ids].sort()).toEqual(selfExam.questions.map(({ id }) => id).sort())
})

test('a question knows its place and its neighbours, and no part leads into another', () => {
  expect(placeInExam('trust.3')).toMatchObject({ part: 'together', number: 3, of: 15, nextId: 'knowledge.1' })
  expect(placeInExam('direction.3')).toMatchObject({ number: 15, of: 15, nextId: undefined })
  expect(placeInExam('hr.1')).toMatchObject({ part: 'hr', number: 1, of: 3, previousId: undefined })
  expect(placeInExam('trust.9')).toBeUndefined()
})

test('each part is written by one role, and by nobody else', () => {
  for (const part of examParts) expect(roles.filter(role => writesFor(part, by(role)))).toEqual([writerOf(part)])
  expect([...examWriters].sort()).toEqual(['executive', 'hr', 'projectLead', 'teamLead', 'worksCouncil'])
})

test('words are put in the place of words that the writer has seen, and of no others', () => {
  expect(saveAnswer('together', draft, sent, director)).toEqual({ ok: true, value: sent.body })
  expect(saveAnswer('together', { ...draft, mark: 'b' }, sent, director)).toMatchObject({ because: 'changedMeanwhile' })
  expect(saveAnswer('together', { ...draft, isPublished: true }, sent, director)).toMatchObject({
    because: 'alreadyPublished',
  })
  expect(saveAnswer('hr', draft, sent, director)).toMatchObject({ because: 'notYourQuestion' })
})

test('control: a rule that does not look at what was seen writes over a colleague', () => {
  const naive = { ...draft, mark: sent.seen }
  expect(saveAnswer('together', naive, sent, director).ok).toBe(true)
})

test('a draft may be empty, what is published may not', () => {
  const empty = { ...sent, body: '' }
  expect(saveAnswer('together', draft, empty, director).ok).toBe(true)
  expect(publishAnswer('together', draft, empty, director)).toMatchObject({ because: 'nothingWritten' })
  expect(publishAnswer('together', draft, sent, director).ok).toBe(true)
  expect(publishAnswer('hr', draft, empty, director), 'the role comes first').toMatchObject({
    because: 'notYourQuestion',
  })
})
