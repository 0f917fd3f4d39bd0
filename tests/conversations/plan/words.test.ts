import { expect, test } from 'vitest'
import { openPlan, sealPlan, wrapForOwner } from '~/conversations/plan/seal-plan.client'
import { asPlan, emptyPlan, hoursOf, most, type PlanWords, problemsIn } from '~/conversations/plan/words'
import { makeOwnKey } from '~/conversations/sealing/seal.client'
import { openOwnKey } from '~/conversations/sealing/sealed'

const plan: PlanWords = {
  ...emptyPlan,
  ...{ goodAt: 'Rustig blijven', roles: ['aiTrainer', 'exit'], otherRole: 'kok' },
  steps: [{ text: 'Cursus', hours: '12' }],
}
const rest = { sight: 'lead', reviewOn: null, changedOn: '2026-11-22' } as const

test('a plan opens for whom it was sealed, in its own revision only', async () => {
  const [ada, lies] = await Promise.all(['ada', 'lies'].map(id => makeOwnKey(id, 'zeven natte sokken')))
  const readers = [
    { personId: 'ada', publicKey: ada!.publicKey },
    { personId: 'lies', publicKey: lies!.publicKey },
  ]
  const { sealed, wraps } = await sealPlan(plan, { planId: 'p', revision: 3 }, readers)
  const opener = (await openOwnKey(lies!, 'lies', 'zeven natte sokken'))!
  const stored = { id: 'p', sealed, revision: 3, wrapped: wraps[1]!.wrapped, ...rest }
  expect(await openPlan(opener, stored, 'lies')).toEqual(plan)
  expect(await openPlan(opener, { ...stored, revision: 4 }, 'lies')).toBeUndefined()
  expect(await openPlan(opener, { ...stored, wrapped: wraps[0]!.wrapped }, 'lies')).toBeUndefined()
  const back = await wrapForOwner(opener, stored, { readerId: 'lies', owner: readers[0]! })
  const adas = (await openOwnKey(ada!, 'ada', 'zeven natte sokken'))!
  expect(await openPlan(adas, { ...stored, wrapped: back!.wrapped }, 'ada')).toEqual(plan)
})

test('what another program sealed is read as far as it fits', () => {
  expect(asPlan('a text')).toBeUndefined()
  expect(asPlan({ roles: ['king', 'exit'], steps: [{ text: 3 }, 'x'], goodAt: 7 })).toEqual({
    ...emptyPlan,
    roles: ['exit'],
    steps: [{ text: '', hours: '' }],
  })
})

test('what is wrong is said at its own field', () => {
  const steps = [
    { text: '', hours: '' },
    { text: 'Meelopen', hours: 'veel' },
    { text: 'Lezen', hours: '4' },
  ]
  expect(problemsIn({ ...plan, learn: 'x'.repeat(most.text + 1), steps })).toEqual({
    learn: 'tooLong',
    'steps.0.text': 'required',
    'steps.1.hours': 'notHours',
  })
  expect(problemsIn(plan)).toEqual({})
  expect(hoursOf(steps)).toBe(4)
})
