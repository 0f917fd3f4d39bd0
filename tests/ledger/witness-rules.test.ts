import { describe, expect, test } from 'vitest'
import {
  decideProposal,
  decideRemoval,
  deedsOpenTo,
  type ProposalDeed,
  proposeWitness,
  type WitnessState,
} from '~/ledger/witness'
import { nextStep } from '~/ledger/witnesses/next'
import { daysUntilMark, daysUntilReminder, isMailDay, reminderOf } from '~/ledger/witnesses/reminder'
import type { Role } from '~/people/rules'

const person = (id: string, ...roles: Role[]) => ({ id, roles })
const admin = person('admin', 'platformAdmin')
const council = person('council', 'worksCouncil')
const both = person('both', 'platformAdmin', 'worksCouncil')
const at = (state: WitnessState, registeredBy: string | null = null) => ({ state, registeredBy })

type Decide = typeof decideProposal
/** Tries every order of deeds by a group of people. @returns whether the group alone makes a witness */
function canMakeWitness(group: ReturnType<typeof person>[], decide: Decide): boolean {
  const reach = (state: WitnessState, registeredBy: string | null): boolean =>
    state === 'confirmed' ||
    group.some(by =>
      (['register', 'confirm'] as ProposalDeed[]).some(deed => {
        const decision = decide({ state, registeredBy }, deed, by)
        if (!decision.ok || decision.value === state) return false
        return reach(decision.value, deed === 'register' ? by.id : registeredBy)
      }),
    )
  return reach('proposed', null)
}

describe('who makes somebody a witness', () => {
  test('an administrator registers, the works council confirms, and nothing goes back', () => {
    expect(decideProposal(at('proposed'), 'register', admin)).toEqual({ ok: true, value: 'registered' })
    expect(decideProposal(at('registered', 'admin'), 'confirm', council)).toEqual({ ok: true, value: 'confirmed' })
    for (const state of ['confirmed', 'refused'] as const) expect(deedsOpenTo(at(state), both)).toEqual([])
    expect(decideProposal(at('proposed'), 'confirm', council)).toMatchObject({ because: 'notNow' })
    expect(decideProposal(at('proposed'), 'register', council)).toMatchObject({ because: 'notYourDeed' })
    expect(decideProposal(at('registered'), 'confirm', admin)).toMatchObject({ because: 'notYourDeed' })
    expect(decideProposal(at('registered', 'both'), 'confirm', both)).toMatchObject({ because: 'sameHands' })
  })

  test('whoever has the turn may refuse', () => {
    expect(deedsOpenTo(at('proposed'), admin)).toEqual(['register', 'refuse'])
    expect(deedsOpenTo(at('registered', 'admin'), council)).toEqual(['confirm', 'refuse'])
    expect(deedsOpenTo(at('registered', 'both'), both)).toEqual(['refuse'])
  })

  const alone = [
    [admin],
    [council],
    [both],
    [admin, person('second', 'platformAdmin')],
    [council, person('x', 'agent')],
  ]
  test.each(alone.map(group => [group.map(one => one.id).join(' and '), group] as const))(
    '%s can never make a witness alone',
    (_who, group) => expect(canMakeWitness([...group], decideProposal)).toBe(false),
  )
  test('together they can', () => {
    expect(canMakeWitness([admin, council], decideProposal)).toBe(true)
    expect(canMakeWitness([both, council], decideProposal)).toBe(true)
  })
  test('control: a rule that forgets who registered lets one person do both', () => {
    const naive: Decide = (proposal, deed, by) => decideProposal({ ...proposal, registeredBy: null }, deed, by)
    expect(canMakeWitness([both], naive)).toBe(true)
  })
  test('a name is given once', () => {
    expect(proposeWitness('or/a', [{ name: 'or/a' }])).toMatchObject({ because: 'nameTaken' })
    expect(proposeWitness('or/a', [{ name: 'or/b' }]).ok).toBe(true)
  })
})

describe('the end of a witness', () => {
  const witnesses = [{ addedSeq: 3 }, { addedSeq: 8 }]
  type Removal = typeof decideRemoval
  /** Removes whoever can be removed. @returns how many still look along */
  const leftBy = (rule: Removal, isRoundWaiting: boolean) =>
    witnesses.reduce((left, { addedSeq }) => {
      const decision = rule(left, addedSeq, isRoundWaiting)
      return decision.ok ? left.filter(one => one !== decision.value) : left
    }, witnesses).length

  test('never leaves a ledger without one, nor a round that waits', () => {
    expect(leftBy(decideRemoval, false)).toBe(1)
    expect(leftBy(decideRemoval, true)).toBe(2)
    expect(decideRemoval([{ addedSeq: 3 }], 3, false)).toMatchObject({ because: 'lastWitness' })
    expect(decideRemoval(witnesses, 3, true)).toMatchObject({ because: 'roundWaits' })
    expect(decideRemoval(witnesses, 4, false)).toMatchObject({ because: 'noSuchWitness' })
  })
  test('control: rules that do not count, or do not look at the rounds, are caught', () => {
    const uncounted: Removal = (present, seq, waits) => decideRemoval([...present, ...present], seq, waits)
    expect(leftBy(uncounted, false)).toBe(0)
    expect(leftBy((present, seq) => decideRemoval(present, seq, false), true)).toBe(1)
  })
})

describe('what a reader can do next', () => {
  const none = { witnesses: 0, waiting: 0, waitingSince: null, lastSignedOn: null }
  const some = { ...none, witnesses: 1, waiting: 3, waitingSince: '2026-11-01' }
  const proposal = (state: WitnessState, registeredBy: string | null = null) => [
    { id: 'p', name: 'or/a', state, registeredBy },
  ]
  test.each([
    [council, [], none, 'propose'],
    [admin, [], none, 'nothingForAdmin'],
    [admin, proposal('proposed'), none, 'register'],
    [council, proposal('proposed'), none, 'waitsForRegistrar'],
    [council, proposal('registered', 'admin'), none, 'confirm'],
    [admin, proposal('registered', 'admin'), none, 'waitsForCouncil'],
    [both, proposal('registered', 'both'), none, 'otherConfirms'],
    [council, proposal('confirmed', 'admin'), some, 'cosign'],
    [council, proposal('proposed'), some, 'cosign'],
    [council, proposal('confirmed', 'admin'), { ...some, waiting: 0 }, 'upToDate'],
    [admin, proposal('confirmed', 'admin'), some, 'nothingForAdmin'],
  ] as const)('%o', (by, proposals, facts, kind) => {
    const said = nextStep([...proposals], facts, { id: by.id, roles: [...by.roles] })
    expect(said.kind).toBe(kind)
  })
})

describe('when people are reminded', () => {
  const since = (waitingSince: string | null, witnesses = 1) => ({
    witnesses,
    waiting: 1,
    waitingSince,
    lastSignedOn: null,
  })
  test('not before the sixth day, and with the day on which the mark comes', () => {
    expect(reminderOf(since('2026-11-01'), '2026-11-06')).toBeUndefined()
    expect(reminderOf(since('2026-11-01'), '2026-11-07')).toEqual({ days: 6, markOn: '2026-11-09', isLate: false })
    expect(reminderOf(since('2026-11-01'), '2026-11-10')).toMatchObject({ days: 9, isLate: true })
  })
  test('never without a witness, and never when nothing waits', () => {
    expect(reminderOf(since('2026-11-01', 0), '2026-12-01')).toBeUndefined()
    expect(reminderOf(since(null), '2026-12-01')).toBeUndefined()
  })
  test('by mail each day until the mark, then once a week', () => {
    const days = Array.from({ length: 31 }, (_, day) => day).filter(isMailDay)
    expect(days).toEqual([6, 7, 8, 15, 22, 29])
    expect([daysUntilReminder, daysUntilMark]).toEqual([6, 8])
  })
})
