import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256, utf8 } from '~/ballot-box/bytes'
import { type Booking, type BookingAsked, balancesOf, book, bookingKinds } from '~/workgroups/budget/rules'
import { draw, type Lot } from '~/workgroups/seats/draw'
import { contracts, shifts } from '~/workgroups/seats/rules'
import { castVote, isOver, openVote, outcomeOf, type Subject, usualRule } from '~/workgroups/votes/rules'

const at = new Date('2026-06-01T12:00:00Z')
const hoursLater = (hours: number) => new Date(at.getTime() + hours * 3_600_000)

test.each<[string, Subject, [number, number, number], number, string]>([
  ['two thirds took part and most consent', 'plan', [5, 1, 2], 12, 'adopted'],
  ['one too few took part', 'plan', [5, 0, 2], 12, 'lapsed'],
  ['as many object as consent', 'plan', [4, 0, 4], 12, 'rejected'],
  ['everybody stands aside', 'plan', [0, 12, 0], 12, 'rejected'],
  ['a third wants a veto, without a quorum', 'veto', [4, 0, 0], 12, 'adopted'],
  ['less than a third wants it', 'veto', [3, 0, 0], 12, 'rejected'],
  ['four of ten are a third, three are not', 'veto', [3, 0, 7], 10, 'rejected'],
  ['nobody is a member any more', 'veto', [0, 0, 0], 0, 'rejected'],
  ['one person is left', 'key', [1, 0, 0], 1, 'lapsed'],
  ['two are left', 'plan', [2, 0, 0], 2, 'lapsed'],
  ['one person is left who wants it', 'veto', [1, 0, 0], 1, 'adopted'],
])('when %s a vote about %s of %o by %i ends %s', (_when, subject, [consent, aside, object], members, outcome) => {
  expect(outcomeOf(subject, { consent, aside, object, members }, usualRule)).toBe(outcome)
})

test('nobody votes after the end, without being a member, or objects without a reason', () => {
  const voting = { state: 'voting' as const, closesAt: hoursLater(1) }
  const cast = { choice: 'object' as const, reason: 'te duur' }
  expect(castVote(voting, cast, { isMember: true }, at).ok).toBe(true)
  expect(castVote(voting, cast, { isMember: true }, hoursLater(1))).toMatchObject({ because: 'voteEnded' })
  expect(castVote(voting, cast, { isMember: false }, at)).toMatchObject({ because: 'notAMember' })
  expect(castVote(voting, { ...cast, reason: ' ' }, { isMember: true }, at)).toMatchObject({ because: 'reasonMissing' })
  expect(castVote({ ...voting, state: 'adopted' }, cast, { isMember: true }, at)).toMatchObject({
    because: 'notVoting',
  })
})

test('a vote is open for two nights at least, and ends early only when everybody voted', () => {
  const discussed = { ...usualRule, subject: 'plan' as Subject, state: 'discussion' as const }
  const one = { isMember: true, members: 3 }
  const openedBy = (rule: object, by = one) => openVote({ ...discussed, ...rule }, hoursLater(48), by, at)
  expect(openVote(discussed, hoursLater(47), one, at)).toMatchObject({ because: 'tooShort' })
  expect(openVote(discussed, hoursLater(28 * 24 + 1), one, at)).toMatchObject({ because: 'tooLong' })
  for (const members of [1, 2]) expect(openedBy({}, { ...one, members })).toMatchObject({ because: 'tooFewMembers' })
  expect(openedBy({ subject: 'veto' }, { ...one, members: 1 }).ok, 'one member may stop something').toBe(true)
  expect(openedBy({ quorumPct: 100, majorityPct: 75, vetoPct: 20 }).ok).toBe(true)
  for (const rule of [{ quorumPct: 1 }, { majorityPct: 49 }, { majorityPct: 100 }, { vetoPct: 34 }])
    expect(openedBy(rule)).toMatchObject({ because: 'ruleOutOfBounds' })
  const count = { consent: 5, aside: 1, object: 1, members: 8 }
  const running = (closesAt: Date, subject: Subject = 'plan') => ({ ...usualRule, subject, closesAt })
  expect(isOver(running(hoursLater(1)), count, at)).toBe(false)
  expect(isOver(running(hoursLater(1)), { ...count, members: 7 }, at)).toBe(true)
  expect(isOver(running(at), count, at)).toBe(true)
  const alone = { consent: 1, aside: 0, object: 0, members: 1 }
  expect(isOver(running(hoursLater(1)), alone, at), 'nobody ends a vote alone').toBe(false)
  expect(isOver(running(hoursLater(1), 'veto'), alone, at)).toBe(true)
  const nobody = { consent: 0, aside: 0, object: 0, members: 0 }
  expect(isOver(running(hoursLater(1)), nobody, at), 'seats may be filled again').toBe(false)
  expect(isOver(running(hoursLater(1), 'veto'), { consent: 3, aside: 0, object: 0, members: 12 }, at)).toBe(false)
  expect(isOver(running(hoursLater(1), 'veto'), { consent: 4, aside: 0, object: 0, members: 12 }, at)).toBe(true)
})

const anyAsked = fc.oneof(
  fc.record({
    kind: fc.constantFrom(...bookingKinds.filter(kind => kind !== 'correction')),
    cents: fc.integer({ min: -5, max: 300 }),
    adopted: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('correction' as const), corrects: fc.integer({ min: 0, max: 30 }) }),
)
const anySequence = fc.array(fc.tuple(anyAsked, fc.constantFrom('group' as const, 'management' as const)), {
  minLength: 1,
  maxLength: 40,
})
type Deeds = [BookingAsked, 'group' | 'management'][]

/** Books whatever is allowed, one after the other. */
function played(deeds: Deeds, allowed: typeof book = book): Booking[] {
  const all: Booking[] = []
  for (const [asked, by] of deeds) {
    const decision = allowed(all, asked, by)
    if (decision.ok) all.push(decision.value)
  }
  return all
}

/** At every moment: no account of the group below nought, and all four together nought. */
const isSound = (all: readonly Booking[]) =>
  all.every((_, place) => {
    const { pool, free, committed, spent } = balancesOf(all.slice(0, place + 1))
    return free >= 0 && committed >= 0 && spent >= 0 && pool + free + committed + spent === 0
  })

test('no sequence of bookings by anybody takes an account below nought', () => {
  fc.assert(
    fc.property(anySequence, deeds => isSound(played(deeds as Deeds))),
    { numRuns: 500 },
  )
})

test('control: a till that does not look what is left is found out', () => {
  const careless: typeof book = (all, asked, by) => {
    const decision = book(all, asked, by)
    if (decision.ok || decision.because !== 'tooLittleLeft' || asked.kind === 'correction') return decision
    return book([...all, ...played([[{ kind: 'grant', cents: 1000 }, 'management']])], asked, by)
  }
  const found = fc.check(
    fc.property(anySequence, deeds => isSound(played(deeds as Deeds, careless))),
    { numRuns: 2000 },
  )
  expect(found.failed).toBe(true)
})

test('only the group commits and only by a vote; management takes back no more than what is free', () => {
  const granted = played([[{ kind: 'grant', cents: 100 }, 'management']])
  const asked = { kind: 'commitment', cents: 60, adopted: true } as const
  expect(book(granted, asked, 'management')).toMatchObject({ because: 'notYourMoney' })
  expect(book(granted, { ...asked, adopted: false }, 'group')).toMatchObject({ because: 'notDecided' })
  const committed = [...granted, ...[book(granted, asked, 'group')].flatMap(one => (one.ok ? [one.value] : []))]
  expect(book(committed, { kind: 'cut', cents: 41 }, 'management')).toMatchObject({ because: 'tooLittleLeft' })
  expect(book(committed, { kind: 'correction', corrects: 2 }, 'management')).toMatchObject({ because: 'notYourMoney' })
})

const lots: Lot[] = Array.from({ length: 30 }, (_, place) => ({
  number: place + 1,
  site: place % 2 ? 'Gent' : 'Zwolle',
  shift: shifts[place % shifts.length]!,
  contract: place < 3 ? 'agency' : contracts[0],
}))
const rules = [
  { trait: 'contract' as const, value: 'agency', atLeast: 2 },
  { trait: 'shift' as const, value: 'night', atLeast: 3 },
]
const seedOf = (word: string) => sha256(utf8(word))

test('a draw can be done again by anybody, keeps to the rules, and another seed chooses others', async () => {
  const [once, again] = [await draw(lots, rules, 12, await seedOf('a')), await draw(lots, rules, 12, await seedOf('a'))]
  expect(again).toEqual(once)
  const sits = lots.filter(lot => once.chosen.includes(lot.number))
  expect(sits).toHaveLength(12)
  expect(sits.filter(lot => lot.contract === 'agency').length).toBeGreaterThanOrEqual(2)
  expect(sits.filter(lot => lot.shift === 'night').length).toBeGreaterThanOrEqual(3)
  expect((await draw(lots, rules, 12, await seedOf('b'))).chosen).not.toEqual(once.chosen)
})

test('the order of the list gives nobody a better chance, and a rule that cannot be filled is told', async () => {
  const upsideDown = [...lots].reverse()
  expect(await draw(upsideDown, rules, 12, await seedOf('a'))).toEqual(await draw(lots, rules, 12, await seedOf('a')))
  const impossible = [{ trait: 'contract' as const, value: 'agency', atLeast: 4 }]
  expect((await draw(lots, impossible, 12, await seedOf('a'))).unfilled).toEqual(impossible)
})

test('without rules everybody has the same chance', async () => {
  const times = new Map<number, number>()
  for (let seed = 0; seed < 300; seed++) {
    for (const number of (await draw(lots, [], 10, await seedOf(`${seed}`))).chosen)
      times.set(number, (times.get(number) ?? 0) + 1)
  }
  // 300 draws of 10 out of 30: a hundred each, give or take four standard deviations.
  for (const lot of lots) expect(Math.abs((times.get(lot.number) ?? 0) - 100)).toBeLessThan(33)
})
