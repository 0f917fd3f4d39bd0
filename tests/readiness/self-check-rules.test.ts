import { barriers } from 'surveys/five-barriers/v1'
import { selfCheck } from 'surveys/self-check/v1'
import { describe, expect, test } from 'vitest'
import {
  type AllWritten,
  handInSelfCheck,
  mayStand,
  mergeLine,
  missingLines,
  onlyAsked,
  sealedText,
  selfCheckLines,
  type Written,
  writeSelfCheck,
} from '~/readiness/self-check/rules'

const lines = selfCheckLines('checkWithMirror')
const everything: AllWritten = Object.fromEntries(
  lines.map(({ itemId, parts }) => [itemId, Object.fromEntries(parts.map(part => [part, 4]))]),
)

test('a check with a mirror asks ten statements and five barriers, a check the barriers only, a pulse nothing', () => {
  expect(lines.map(({ itemId }) => itemId)).toEqual([...selfCheck.items.map(({ id }) => id), ...barriers])
  expect(selfCheckLines('check').map(({ parts }) => parts)).toEqual(barriers.map(() => ['expectation']))
  expect(selfCheckLines('pulse')).toEqual([])
})

test('an answer is a step or "we do not know", an expectation a number of ten', () => {
  expect([0, 1, 5].every(value => mayStand('answer', value))).toBe(true)
  expect([0, 10].every(value => mayStand('expectation', value))).toBe(true)
  const wrong = [-1, 6, 1.5, Number.NaN].map(value => mayStand('answer', value))
  expect([...wrong, mayStand('expectation', 11), mayStand('expectation', 0.5)]).toEqual(Array(6).fill(false))
})

describe('two people on one line', () => {
  const seen: Written = { answer: 2, expectation: 5 }

  test('lose nothing when they change different parts', () => {
    expect(mergeLine(seen, { answer: 4, expectation: 5 }, { answer: 2, expectation: 7 })).toEqual({
      ok: true,
      value: { answer: 4, expectation: 7 },
    })
  })

  test('agree without noticing when they write the same', () => {
    expect(mergeLine(seen, { answer: 4, expectation: 5 }, { answer: 4, expectation: 5 })).toMatchObject({ ok: true })
  })

  test('are told when they clash, and nothing is written over', () => {
    const clash = { ok: false, because: 'changedMeanwhile' }
    expect(mergeLine(seen, { answer: 4, expectation: 5 }, { answer: 1, expectation: 5 })).toEqual(clash)
    expect(mergeLine({}, { expectation: 5 }, { expectation: 7 })).toEqual(clash)
  })

  test('may write over it knowingly: who has seen what stands there decides', () => {
    expect(mergeLine({ answer: 4 }, { answer: 4 }, { answer: 1 })).toEqual({ ok: true, value: { answer: 1 } })
  })
})

describe('writing and handing in', () => {
  const draft = { state: 'draft', asks: 'checkWithMirror', isHandedIn: false } as const
  const text = sealedText('R1', everything)
  const whole = { lines, written: everything, seen: text, text }
  const because = (decision: { ok: boolean; because?: string }) => (decision.ok ? 'ok' : decision.because)

  test('go on until it is handed in or staff can answer', () => {
    expect(because(writeSelfCheck(draft))).toBe('ok')
    expect(because(writeSelfCheck({ ...draft, state: 'issuing' }))).toBe('ok')
    expect(because(writeSelfCheck({ ...draft, isHandedIn: true }))).toBe('selfCheckHandedIn')
    expect(because(writeSelfCheck({ ...draft, asks: 'pulse' }))).toBe('selfCheckNotAsked')
    for (const state of ['open', 'closed', 'published', 'void'] as const)
      expect(because(handInSelfCheck({ ...draft, state }, whole))).toBe('selfCheckTooLate')
  })

  test('everything is handed in, once, and as it was read', () => {
    expect(because(handInSelfCheck(draft, whole))).toBe('ok')
    expect(because(handInSelfCheck({ ...draft, isHandedIn: true }, whole))).toBe('selfCheckHandedIn')
    expect(because(handInSelfCheck(draft, { ...whole, seen: `${text} ` }))).toBe('selfCheckChanged')
    const written = { ...everything, unheard: {} }
    expect(because(handInSelfCheck(draft, { ...whole, written }))).toBe('selfCheckIncomplete')
    expect(missingLines(lines, written).map(({ itemId }) => itemId)).toEqual(['unheard'])
  })

  test('what the round no longer asks is left out', () => {
    const left = onlyAsked(selfCheckLines('check'), everything)
    expect(sealedText('R1', left)).toBe(
      '{"answer":{},"expectation":{"ai_fails":4,"distrust":4,"job_loss":4,"too_old":4,"unheard":4},"round":"R1"}',
    )
  })

  test('control: any other answer is another text', () => {
    const texts = lines.flatMap(({ itemId, parts }) =>
      parts.map(part => sealedText('R1', { ...everything, [itemId]: { ...everything[itemId], [part]: 3 } })),
    )
    expect(new Set([...texts, text, sealedText('R2', everything)]).size).toBe(27)
  })
})
