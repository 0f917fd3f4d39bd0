import { describe, expect, test } from 'vitest'
import { type Role, roles } from '~/people/rules'
import { amendPromise } from '~/promises/amending'
import { isOverdue } from '~/promises/overdue'
import { makePromise, movePromise, movesOpenTo, promiseMoves } from '~/promises/rules'
import {
  changedParts,
  currentWords,
  isFinal,
  type PromiseFacts,
  type PromiseWords,
  promiseStatuses,
} from '~/promises/words'

const words: PromiseWords = {
  text: 'Niemand verliest werk door AI.',
  why: 'Omdat jullie dat vroegen.',
  ownerRole: 'executive',
  dueOn: '2026-06-30',
  scope: 'Alle teams',
  exclusions: 'geen',
  measure: '0 ontslagen door AI',
}
const facts = (over: Partial<PromiseFacts> = {}): PromiseFacts => ({
  status: 'made',
  version: 1,
  madeOn: '2026-01-05',
  dueOn: '2026-06-30',
  successorId: null,
  withdrawalAgreed: false,
  ...over,
})
/** Long after the promise was due, so that nothing is refused for being too early. */
const today = '2026-07-20'
const as = (...held: Role[]) => ({ roles: held })
const director = as('executive')
const council = as('worksCouncil')

type Rule = typeof movePromise
const final = ['kept', 'partly', 'broken'] as const

/** Lists every way in which somebody who makes promises grades one: gets a final word, or a say in one. */
function selfGradings(rule: Rule): string[] {
  return promiseStatuses.flatMap(status =>
    promiseMoves.flatMap(move =>
      [director, as('executive', 'worksCouncil'), as('executive', 'hr')].flatMap(by => {
        const decision = rule(facts({ status }), { move, seen: 1, note: 'Omdat.' }, by, today)
        if (!decision.ok) return []
        const grades = final.some(word => word === decision.value.status) || decision.value.side === 'worksCouncil'
        return grades ? [`${by.roles.join('+')} ${move}s from ${status} to ${decision.value.status}`] : []
      }),
    ),
  )
}

describe('the promiser does not grade himself', () => {
  test('not from any status, not by any step, and not by being a council member as well', () => {
    expect(selfGradings(movePromise)).toEqual([])
  })

  test('control: a rule that only looks for the council’s role is caught', () => {
    const naive: Rule = (promise, asked, by) =>
      movePromise(promise, asked, by.roles.includes('worksCouncil') ? council : by, today)
    expect(selfGradings(naive)).toContain('executive+worksCouncil confirms from claimedKept to kept')
  })

  test('control: a rule that takes management’s word for it is caught', () => {
    const trusting: Rule = (promise, asked, by) => {
      const decision = movePromise(promise, asked, by, today)
      return decision.ok && decision.value.status === 'claimedKept'
        ? { ok: true, value: { ...decision.value, status: 'kept' } }
        : decision
    }
    expect(selfGradings(trusting).length).toBeGreaterThan(0)
  })

  test('nobody without one of the two roles moves anything', () => {
    const outsiders = roles.filter(role => role !== 'executive' && role !== 'worksCouncil')
    const open = promiseStatuses.flatMap(status =>
      outsiders.flatMap(role => movesOpenTo(facts({ status }), as(role), today)),
    )
    expect(open).toEqual([])
  })
})

describe('a step', () => {
  const table = [
    ['made', 'begin', director, 'underWay'],
    ['made', 'claimKept', director, 'claimedKept'],
    ['disputed', 'claimPartly', director, 'claimedPartly'],
    ['underWay', 'claimBroken', director, 'claimedBroken'],
    ['claimedKept', 'withdraw', director, 'withdrawn'],
    ['claimedKept', 'confirm', council, 'kept'],
    ['claimedPartly', 'confirm', council, 'partly'],
    ['claimedBroken', 'confirm', council, 'broken'],
    ['claimedKept', 'dispute', council, 'disputed'],
    ['withdrawn', 'agreeToWithdraw', council, 'withdrawn'],
    ['made', 'findBroken', council, 'disputed'],
    ['underWay', 'findBroken', council, 'disputed'],
    ['disputed', 'findBroken', council, 'notAStepForward'],
    ['claimedKept', 'findBroken', council, 'notAStepForward'],
    ['made', 'findBroken', director, 'notOverOwnPromise'],
    ['claimedKept', 'confirm', director, 'notOverOwnPromise'],
    ['claimedKept', 'confirm', as('agent'), 'notYourDeed'],
    ['made', 'begin', council, 'notYourDeed'],
    ['made', 'confirm', council, 'notAStepForward'],
    ['kept', 'claimBroken', director, 'notAStepForward'],
    ['broken', 'withdraw', director, 'notAStepForward'],
  ] as const
  test.each(table)('%s, %s by %o: %s', (status, move, by, outcome) => {
    const decision = movePromise(facts({ status }), { move, seen: 1, note: 'Omdat.' }, by, today)
    expect(decision.ok ? decision.value.status : decision.because).toBe(outcome)
  })

  test('is refused to whoever decides on a version that is gone', () => {
    const asked = { move: 'claimKept', seen: 1, note: 'Het is af.' } as const
    expect(movePromise(facts({ version: 2 }), asked, director, today)).toMatchObject({ because: 'changedMeanwhile' })
  })

  test('that ends or contests a promise needs a reason', () => {
    for (const move of ['claimKept', 'claimBroken', 'withdraw'] as const)
      expect(movePromise(facts(), { move, seen: 1, note: ' ' }, director, today)).toMatchObject({
        because: 'reasonMissing',
      })
  })

  test('never leads out of a final word, except to an agreement', () => {
    for (const status of promiseStatuses.filter(isFinal).filter(word => word !== 'withdrawn'))
      for (const by of [director, council]) expect(movesOpenTo(facts({ status }), by, today)).toEqual([])
    expect(movesOpenTo(facts({ status: 'withdrawn', withdrawalAgreed: true }), council, today)).toEqual([])
  })

  test('to a successor needs the council: only then is a promise superseded', () => {
    const withdrawn = facts({ status: 'withdrawn', successorId: 'P-2' })
    const decision = movePromise(withdrawn, { move: 'agreeToWithdraw', seen: 1, note: '' }, council, today)
    expect(decision).toMatchObject({ value: { status: 'superseded' } })
  })
})

describe('an amendment', () => {
  const later = { dueOn: '2026-12-31' }
  const amend = (over: Partial<PromiseFacts>, changed: object = later, today = '2026-03-01') => {
    const decision = amendPromise(facts(over), { seen: 1, changed }, director, today)
    return decision.ok ? 'allowed' : decision.because
  }

  const parts = [later, { measure: 'Anders' }, { text: 'Minder' }, { exclusions: 'Bijna alles' }]
  /** Lists what can be changed after the day has passed; on the day itself there is still time. */
  const reworded = (rule: typeof amendPromise) =>
    parts.filter(changed => rule(facts(), { seen: 1, changed }, director, '2026-07-01').ok)

  test('changes no word of a promise that is overdue', () => {
    expect(reworded(amendPromise)).toEqual([])
    for (const changed of parts) expect(amend({}, changed, '2026-07-01')).toBe('dueHasPassed')
    for (const changed of parts) expect(amend({}, changed, '2026-06-30')).toBe('allowed')
  })

  test('control: a rule that only guards the day is caught', () => {
    const careless: typeof amendPromise = (promise, asked, by, today) =>
      amendPromise(asked.changed.dueOn ? promise : { ...promise, dueOn: today }, asked, by, today)
    expect(reworded(careless)).toEqual(parts.slice(1))
  })

  test('moves a day only before it has passed, and no word once the outcome is claimed', () => {
    expect(amend({})).toBe('allowed')
    expect(amend({}, later, '2026-07-01')).toBe('dueHasPassed')
    expect(amend({}, { dueOn: '2026-01-01' })).toBe('dueBeforeMade')
    expect(amend({}, {})).toBe('nothingChanged')
    expect(amend({ version: 2 })).toBe('changedMeanwhile')
    for (const status of promiseStatuses.slice(2)) expect(amend({ status })).toBe('notAmendable')
  })

  test('never changes the first words', () => {
    const first = Object.freeze({ ...words })
    const now = currentWords(first, [{ text: 'Nieuw' }, { dueOn: '2026-12-31' }])
    expect([first.text, now.text, now.dueOn]).toEqual([words.text, 'Nieuw', '2026-12-31'])
    expect(changedParts(first, now)).toEqual({ text: 'Nieuw', dueOn: '2026-12-31' })
  })
})

describe('making a promise', () => {
  const make = (over: object, by = director) => {
    const decision = makePromise({ ...words, madeOn: '2026-03-01', ...over }, '2026-03-01', by)
    return decision.ok ? decision.value.enteredLater : decision.because
  }

  test('marks an old one as entered later, and refuses days that cannot be', () => {
    expect(make({})).toBe(false)
    expect(make({ madeOn: '2025-11-03', dueOn: '2026-01-31' })).toBe(true)
    expect(make({ madeOn: '2026-03-02' })).toBe('madeInTheFuture')
    expect(make({ dueOn: '2026-02-28' })).toBe('dueBeforeMade')
    expect(make({}, council)).toBe('notYourDeed')
  })
})

test('overdue is computed from the day and nothing else can hide it', () => {
  const overdue = promiseStatuses.filter(status => isOverdue(facts({ status }), '2026-07-01'))
  expect(overdue).toEqual(promiseStatuses.filter(status => !isFinal(status)))
  expect(isOverdue(facts(), '2026-06-30')).toBe(false)
})
