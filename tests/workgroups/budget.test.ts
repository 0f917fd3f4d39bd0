import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { bookings, db, keptFiles, proposals, transact } from '#db'
import { exportLog } from '~/ledger/served.server'
import { readyFile } from '~/promises/evidence/file.server'
import { applyExpenses } from '~/workgroups/budget/applying.server'
import { recordBooking } from '~/workgroups/budget/booking.server'
import { type Booking, type BookingAsked, book, bookingKinds } from '~/workgroups/budget/rules'
import { budgetOf, listBookings, openDecisions, waitingExpenses } from '~/workgroups/budget/store.server'
import { bookIn } from '~/workgroups/budget/till.server'
import { verify } from '../../app/ledger/verify.mjs'
import { foundOrganisation } from '../people/cast'
import { phonePhoto } from '../promises/evidence-files'
import {
  adoptExpense,
  bookingsOf,
  booksNow,
  director,
  foundGroup,
  hireTill,
  isSound,
  member,
  noon,
  other,
} from './till'

beforeAll(async () => {
  await foundOrganisation()
  await hireTill()
})

const grant = (cents: number) => ({ kind: 'grant', cents }) as const

/** A group with money of which a decision committed a part. */
async function committed(cents: number, of: number) {
  const group = await foundGroup(['lid'])
  await booksNow(group, grant(of), director)
  const proposalId = await adoptExpense(group, cents)
  await applyExpenses(noon)
  return { group, proposalId }
}

test('what a group adopted is committed once, however often it is looked at', async () => {
  const { group, proposalId } = await committed(300, 1000)
  await applyExpenses(noon)
  await Promise.all([applyExpenses(noon), applyExpenses(noon)])
  expect(await budgetOf(group)).toMatchObject({ booked: 2, leftCents: 1000, balances: { free: 700, committed: 300 } })
  const [decided] = await db.select().from(proposals).where(eq(proposals.id, proposalId))
  expect(decided?.appliedOn).toBe('2026-06-10')
  expect(await openDecisions(group)).toEqual([{ proposalId, title: 'Cursus', leftCents: 300 }])
})

test('where too little is left a decision waits, says so, and is done when there is enough', async () => {
  const { group } = await committed(300, 400)
  const id = await adoptExpense(group, 200, 'Headsets')
  await applyExpenses(noon)
  expect(await waitingExpenses(group)).toEqual([{ id, title: 'Headsets', cents: 200 }])
  await booksNow(group, grant(100), director)
  await applyExpenses(noon)
  expect([await waitingExpenses(group), (await budgetOf(group)).balances.free]).toEqual([[], 0])
})

test('nobody books what is not theirs: neither a director the group, nor a member management, nor anybody else', async () => {
  const { group, proposalId } = await committed(300, 1000)
  const ofGroup: BookingAsked[] = [
    { kind: 'expense', cents: 10, proposalId },
    { kind: 'release', cents: 10, proposalId },
    { kind: 'correction', corrects: 2 },
  ]
  const ofManagement: BookingAsked[] = [grant(5), { kind: 'cut', cents: 5 }, { kind: 'correction', corrects: 1 }]
  const tries = [
    ...ofGroup.flatMap(asked => [booksNow(group, asked, director), booksNow(group, asked, other)]),
    ...ofManagement.flatMap(asked => [booksNow(group, asked, member), booksNow(group, asked, other)]),
  ]
  for (const one of await Promise.all(tries)) expect(one).toEqual({ ok: false, because: 'notYourMoney' })
  const byHand = await booksNow(group, { kind: 'commitment', cents: 5, adopted: true }, member)
  expect(byHand).toMatchObject({ because: 'notDecided' })
  expect(await booksNow(group, { kind: 'expense', cents: 5 }, member)).toMatchObject({ because: 'notDecided' })
  expect(await booksNow('W-none', grant(5), director)).toMatchObject({ because: 'noSuchGroup' })
})

test('no more is paid than one decision committed, even where another one has money left', async () => {
  const { group, proposalId } = await committed(300, 1000)
  await adoptExpense(group, 500)
  await applyExpenses(noon)
  const pays = (cents: number) => booksNow(group, { kind: 'expense', cents, proposalId }, member)
  expect(await pays(301)).toMatchObject({ because: 'moreThanDecided' })
  expect((await pays(200)).ok).toBe(true)
  expect(await booksNow(group, { kind: 'correction', corrects: 2 }, member)).toMatchObject({
    because: 'moreThanDecided',
  })
  expect((await booksNow(group, { kind: 'release', cents: 100, proposalId }, member)).ok).toBe(true)
  expect((await openDecisions(group)).map(one => one.leftCents)).toEqual([500])
  expect(await isSound(group)).toBe(true)
})

test('a cut is counted for good, also one that is called a correction; a slip of the same day is not', async () => {
  const group = await foundGroup()
  await booksNow(group, grant(900_000), director)
  expect((await booksNow(group, { kind: 'correction', corrects: 1 }, director)).ok).toBe(true)
  await booksNow(group, grant(1000), director)
  await booksNow(group, { kind: 'cut', cents: 200 }, director)
  expect(await budgetOf(group)).toMatchObject({ givenCents: 1000, takenBackCents: 200, leftCents: 800 })
  const later = { asked: { kind: 'correction', corrects: 3 } as const, what: 'Toch niet', seen: 4 }
  const tomorrow = new Date(noon.getTime() + 86_400_000)
  expect(await recordBooking(group, later, director, tomorrow)).toMatchObject({ because: 'tooLittleLeft' })
  await booksNow(group, { kind: 'correction', corrects: 4 }, director)
  expect((await recordBooking(group, { ...later, seen: 5 }, director, tomorrow)).ok).toBe(true)
  expect(await budgetOf(group)).toMatchObject({ givenCents: 1000, takenBackCents: 1000, leftCents: 0 })
})

test('a click that comes twice books once; who saw an older balance looks again', async () => {
  const group = await foundGroup()
  const deed = { asked: grant(500), what: 'Budget 2026', seen: 0 }
  const twice = await Promise.all([1, 2].map(() => recordBooking(group, deed, director, noon)))
  expect(twice.map(one => one.ok)).toEqual([true, true])
  expect(await bookingsOf(group)).toHaveLength(1)
  const older = { ...deed, what: 'Nog iets' }
  expect(await recordBooking(group, older, director, noon)).toMatchObject({ because: 'changedMeanwhile' })
})

test('of many who book at the same moment no two get one number, and the accounts stay sound', async () => {
  const { group, proposalId } = await committed(500, 1000)
  const asked = { kind: 'expense', cents: 100, proposalId } as const
  const all = await Promise.all(
    Array.from({ length: 12 }, () => transact(tx => bookIn(tx, group, { asked, by: 'group', what: 'Tegelijk' }, noon))),
  )
  expect(all.filter(one => one.ok)).toHaveLength(5)
  expect(await isSound(group)).toBe(true)
  const seen = (await bookingsOf(group)).length
  const rivals = ['a', 'b', 'c', 'd'].map(what => recordBooking(group, { asked: grant(1), what, seen }, director, noon))
  expect((await Promise.all(rivals)).filter(one => one.ok)).toHaveLength(1)
})

test('control: the table itself refuses a number twice, and a booking past the till is found by replay', async () => {
  const { group } = await committed(500, 1000)
  const [first] = await bookingsOf(group)
  await expect(transact(tx => tx.insert(bookings).values({ ...first!, number: 2 }))).rejects.toThrow()
  await transact(tx => tx.insert(bookings).values({ ...first!, number: 3 }))
  expect(await isSound(group)).toBe(false)
})

test('a receipt is kept redrawn with its booking, newest bookings come first', async () => {
  const { group, proposalId } = await committed(500, 1000)
  const file = await readyFile(await phonePhoto(), 'bon.jpg')
  if (!file.ok) throw new Error(file.because)
  const asked = { kind: 'expense', cents: 120, proposalId } as const
  await recordBooking(group, { asked, what: 'Lunch', seen: 2, file: file.value }, member, noon)
  const { rows, page, pages } = await listBookings(group, 9)
  expect([page, pages, rows.map(({ number }) => number)]).toEqual([1, 1, [3, 2, 1]])
  expect(rows[0]).toMatchObject({ what: 'Lunch', fileName: 'bon.jpg', isCorrected: false })
  const kept = await db.select().from(keptFiles).where(eq(keptFiles.hash, file.value.hash))
  expect(kept).toHaveLength(1)
})

const anyDeed = fc.record({
  kind: fc.constantFrom(...bookingKinds),
  cents: fc.integer({ min: -3, max: 400 }),
  nth: fc.nat({ max: 12 }),
  doer: fc.constantFrom(director, member, other),
})

test('whatever anybody books in whatever order: the law decides the same, and tables and ledger agree', async () => {
  const play = async (deeds: readonly (typeof anyDeed extends fc.Arbitrary<infer Deed> ? Deed : never)[]) => {
    const group = await foundGroup(['lid'])
    const [votes, law]: [string[], Booking[]] = [[], []]
    const follow = (asked: BookingAsked, by: 'group' | 'management') => {
      const decision = book(law, asked, by)
      if (decision.ok) law.push(decision.value)
    }
    for (const { kind, cents, nth, doer } of deeds) {
      const by = doer === director ? 'management' : 'group'
      if (kind === 'commitment') {
        const proposalId = await adoptExpense(group, cents)
        votes.push(proposalId)
        await transact(tx =>
          bookIn(tx, group, { asked: { kind, cents, adopted: true, proposalId }, by: 'group', what: 'x' }, noon),
        )
        follow({ kind, cents, adopted: true, proposalId }, 'group')
        continue
      }
      const proposalId = votes[nth % Math.max(1, votes.length)]
      const asked: BookingAsked =
        kind === 'correction'
          ? { kind, corrects: nth }
          : { kind, cents, proposalId: kind === 'grant' || kind === 'cut' ? undefined : proposalId }
      await booksNow(group, asked, doer)
      const needsVote = (kind === 'expense' || kind === 'release') && !proposalId
      if (doer !== other && !needsVote) follow(asked, by)
    }
    const rows = (await bookingsOf(group)).map(({ number, kind, cents }) => `${number} ${kind} ${cents}`)
    expect(rows).toEqual(law.map(({ number, kind, cents }) => `${number} ${kind} ${cents}`))
    return isSound(group)
  }
  const most = { numRuns: 12, endOnFailure: true }
  await fc.assert(fc.asyncProperty(fc.array(anyDeed, { minLength: 8, maxLength: 25 }), play), most)
  const { problems } = await verify(await exportLog())
  expect(problems.filter(({ code }: { code: string }) => code === 'reference')).toEqual([])
}, 60_000)
