import { expect, test } from 'vitest'
import { startComparing } from '~/ledger/cosigning/memory'

const yesNo = [true, false]
const given = [0, 3].flatMap(signedBefore =>
  yesNo.flatMap(saysFirst => yesNo.map(wasWarned => ({ memories: 0, signedBefore, saysFirst, wasWarned }))),
)
type Rule = typeof startComparing
/** Lists how a witness signs what was compared with nothing, without having said so or having been warned. */
const blind = (rule: Rule) =>
  given.filter(one => rule(one).ok && !(one.saysFirst && (one.signedBefore === 0 || one.wasWarned)))

test('nobody signs without a memory before they say so, and nobody who signed before without a warning', () => {
  expect(blind(startComparing)).toEqual([])
  const [first, again] = [
    { ...given[0]!, saysFirst: false },
    { ...given[0]!, signedBefore: 3, wasWarned: false },
  ]
  expect(startComparing(first)).toMatchObject({ because: 'firstNotSaid' })
  expect(startComparing(again)).toMatchObject({ because: 'signedBefore' })
  expect(startComparing({ ...again, wasWarned: true })).toEqual({ ok: true, value: { isCompared: false } })
})

test('whoever remembers something is asked nothing', () => {
  for (const one of given)
    expect(startComparing({ ...one, memories: 1 })).toMatchObject({ value: { isCompared: true } })
})

test('control: a rule that takes having nothing for a first time is caught', () => {
  const trusting: Rule = one => startComparing({ ...one, saysFirst: true, wasWarned: true })
  expect(blind(trusting).length).toBeGreaterThan(0)
})
