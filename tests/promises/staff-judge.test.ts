import { expect, test } from 'vitest'
import { movePromise, promiseMoves } from '~/promises/rules'
import { type PromiseFacts, type PromiseStatus, promiseStatuses } from '~/promises/words'

const people = [{ roles: ['executive' as const] }, { roles: ['worksCouncil' as const] }]
const ended = ['kept', 'partly', 'broken', 'withdrawn', 'superseded']
const facts = (status: PromiseStatus): PromiseFacts => ({
  ...{ status, version: 1, madeOn: '2026-01-05', dueOn: '2026-06-30', successorId: null, withdrawalAgreed: false },
  staffJudgeIn: 4,
})

/** Lists every way in which one of the sides ends a promise that staff are judging. */
const dodges = (rule: typeof movePromise) =>
  promiseStatuses.flatMap(status =>
    promiseMoves.flatMap(move =>
      people.flatMap(by => {
        const decision = rule(facts(status), { move, seen: 1, note: 'Omdat.' }, by, '2026-08-01')
        return decision.ok && ended.includes(decision.value.status) ? [`${move} from ${status}`] : []
      }),
    ),
  )

test('while staff judge nobody ends a promise before them, and whoever tries hears why', () => {
  expect(dodges(movePromise)).toEqual([])
  const confirm = { move: 'confirm', seen: 1, note: '' } as const
  expect(movePromise(facts('claimedKept'), confirm, people[1]!, '2026-08-01')).toEqual({
    ok: false,
    because: 'askedStaff',
  })
})

test('control: a rule that does not know about the question is caught', () => {
  const unknowing: typeof movePromise = ({ staffJudgeIn: _, ...promise }, ...rest) => movePromise(promise, ...rest)
  expect(dodges(unknowing)).toEqual(expect.arrayContaining(['confirm from claimedKept', 'withdraw from disputed']))
})

test('what ends nothing goes on: management may still say what became of it, the council may disagree', () => {
  const claim = { move: 'claimBroken', seen: 1, note: 'Mislukt.' } as const
  const dispute = { move: 'dispute', seen: 1, note: 'Nee.' } as const
  expect(movePromise(facts('made'), claim, people[0]!, '2026-08-01').ok).toBe(true)
  expect(movePromise(facts('claimedKept'), dispute, people[1]!, '2026-08-01').ok).toBe(true)
})
