import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, draws, personRoles, proposals, transact } from '#db'
import { append } from '~/ledger/store.server'
import { recordGroup } from '~/workgroups/founding.server'
import { recordMandate } from '~/workgroups/mandate.server'
import { membersOf, restingIn } from '~/workgroups/members.server'
import { announceDraw } from '~/workgroups/seats/announcing.server'
import type { SeatRule } from '~/workgroups/seats/draw'
import { holdDraws, seatsShown } from '~/workgroups/seats/holding.server'
import { keptFor, seatable } from '~/workgroups/seats/keeping'
import { recordOffer } from '~/workgroups/seats/offering.server'
import { leave, seatAll, seatNext } from '~/workgroups/seats/seating.server'
import { findGroup } from '~/workgroups/store.server'
import { propose, recordOpening } from '~/workgroups/votes/voting.server'
import { by, houseWithAgents, hr, mandate, workOf } from './cast'

const at = new Date('2026-11-22T12:00:00Z')
const today = '2026-11-22'
const nights = (atLeast: number): SeatRule[] => [{ trait: 'shift', value: 'night', atLeast }]

beforeAll(() => houseWithAgents(9))

const offers = async (id: string, numbers: number[], on = at) => {
  for (const one of numbers) await recordOffer(id, workOf(one), by(`a${one}`), on)
}
/** A new group for which these agents offer. */
async function groupWith(numbers: number[], name: string, rules: SeatRule[] = []) {
  const decision = await recordGroup({ ...mandate, name, rules }, undefined, hr, at)
  if (!decision.ok) throw new Error(decision.because)
  await offers(decision.value.id, numbers)
  return decision.value.id
}
const sitting = async (id: string, day = today) => (await membersOf(id, day)).map(member => member.id)
const shown = async (id: string, on = at) => seatsShown((await findGroup(id))!, on)
const promote = (personId: string, role: 'executive' | 'projectLead') =>
  transact(tx => tx.insert(personRoles).values({ personId, role }))
const demote = (personId: string) => transact(tx => tx.delete(personRoles).where(eq(personRoles.personId, personId)))
const later = () => transact(tx => append(tx, { type: 'client.released', data: { files: [] } }, at))

/** Opens a vote in a group; the result ends it. */
async function voteIn(id: string, member: string) {
  const put = await propose(id, { subject: 'plan', title: 'Rooster', words: 'Anders.' }, member, at)
  const proposal = put.ok ? put.value.id : ''
  const opened = await recordOpening(proposal, 1, new Date(at.getTime() + 72 * 3_600_000), { personId: member, at })
  expect(opened).toMatchObject({ ok: true })
  return () => transact(tx => tx.update(proposals).set({ state: 'lapsed' }).where(eq(proposals.id, proposal)))
}

test('whoever comes to answer vetoes or to grant money does not sit meanwhile, and is not seated', async () => {
  const id = await groupWith([1, 2, 4, 5], 'Overstap')
  for (const role of ['executive', 'projectLead'] as const) {
    await promote('a5', role)
    expect(await shown(id)).toMatchObject({ waiting: 3 })
    await demote('a5')
  }
  await seatAll(id, hr, at)
  for (const role of ['executive', 'projectLead'] as const) {
    await promote('a1', role)
    expect(await sitting(id)).toEqual(['a2', 'a4', 'a5'])
    expect(await restingIn(id, today)).toMatchObject([{ id: 'a1' }])
    await demote('a1')
    expect(await sitting(id)).toContain('a1')
  }
  await promote('a1', 'projectLead')
  await offers(id, [7])
  expect(await seatAll(id, hr, at)).toMatchObject({ value: { seated: 1 } })
  await demote('a1')
  expect(await sitting(id), 'the seat went to somebody else').toEqual(['a2', 'a4', 'a5', 'a7'])
})

test('nobody is added to a group while it votes: not all, not the next, not by a draw, not by more seats', async () => {
  const id = await groupWith([1, 2, 3, 4, 5, 6], 'Stemmen')
  expect(await announceDraw(id, hr, at)).toMatchObject({ ok: true })
  await later()
  await holdDraws(at)
  const [one, other] = await sitting(id)
  await leave(id, other!, at)
  const close = await voteIn(id, one!)
  const seen = { ...mandate, rules: [], seats: 9, seen: 1 }
  for (const deed of [seatAll(id, hr, at), seatNext(id, hr, at), announceDraw(id, hr, at)])
    expect(await deed).toMatchObject({ because: 'voteRunning' })
  expect(await recordMandate(id, seen, hr, at)).toMatchObject({ because: 'voteRunning' })
  expect(await shown(id)).toMatchObject({ isVoting: true })
  await close()
  expect(await seatNext(id, hr, at)).toMatchObject({ ok: true })
  expect(await recordMandate(id, seen, hr, at)).toMatchObject({ ok: true })
})

test('a draw whose chance came while a vote runs waits for it, and is not announced anew', async () => {
  const id = await groupWith([1, 2, 4], 'Wachten')
  await seatAll(id, hr, at)
  await offers(id, [5, 7])
  expect(await announceDraw(id, hr, at)).toMatchObject({ ok: true })
  const close = await voteIn(id, 'a1')
  await later()
  await holdDraws(at)
  expect(await sitting(id)).toHaveLength(3)
  await close()
  const muchLater = new Date('2026-12-10T12:00:00Z')
  expect(await announceDraw(id, hr, muchLater), 'nobody draws until they like it').toMatchObject({
    because: 'drawRunning',
  })
  await holdDraws(at)
  expect(await sitting(id)).toHaveLength(4)
  expect(
    await db
      .select()
      .from(draws)
      .where(and(eq(draws.workgroupId, id))),
  ).toHaveLength(1)
})

test('in the last month of a term the next one is filled, and no day passes on which nobody sits', async () => {
  const id = await groupWith([1, 2], 'Verder')
  await seatAll(id, hr, at)
  const early = new Date('2027-10-20T12:00:00Z')
  const soon = new Date('2027-11-01T12:00:00Z')
  await offers(id, [4, 5, 7], early)
  expect(await seatAll(id, hr, early)).toMatchObject({ because: 'moreThanSeats' })
  expect(await recordOffer(id, workOf(1), by('a1'), early)).toMatchObject({ because: 'alreadySits' })
  expect(await recordOffer(id, workOf(1), by('a1'), soon)).toMatchObject({ ok: true })
  expect(await recordOffer(id, workOf(2), by('a2'), soon), 'the others come first').toMatchObject({
    because: 'othersWait',
  })
  const full = await groupWith([1, 2, 4, 5], 'Vol')
  await seatAll(full, hr, at)
  await offers(full, [7, 8], soon)
  expect(await shown(full, soon)).toMatchObject({ free: 4, startOn: '2027-11-22', isLater: true })
  expect(await seatAll(full, hr, soon)).toMatchObject({ value: { seated: 2 } })
  expect(await sitting(full, '2027-11-21')).toEqual(['a1', 'a2', 'a4', 'a5'])
  await holdDraws(new Date('2027-11-22T12:00:00Z'))
  expect([await sitting(full, '2027-11-22'), await sitting(id, '2027-11-22')]).toEqual([['a7', 'a8'], ['a1']])
})

test('seats that a rule still asks for are kept free for who fills the rule', async () => {
  const id = await groupWith([1, 2, 4], 'Nacht', nights(2))
  expect(await seatAll(id, hr, at)).toMatchObject({ because: 'moreThanSeats' })
  expect(await announceDraw(id, hr, at)).toMatchObject({ ok: true })
  await later()
  await holdDraws(at)
  expect(await sitting(id)).toHaveLength(2)
  expect(await shown(id)).toMatchObject({ free: 2, room: 0, kept: { seats: 2, rules: nights(2) } })
  for (const deed of [seatAll, seatNext, announceDraw])
    expect(await deed(id, hr, at)).toMatchObject({ because: 'seatsKept' })
  await offers(id, [3])
  expect(await shown(id)).toMatchObject({ room: 1 })
})

test('whoever fills a rule is always seated, the others as long as enough is left', () => {
  const one = (shift: string) => ({ site: '', shift, contract: '' })
  const [day, night] = [one('day'), one('night')]
  expect(seatable([day, day, day], nights(2), 4)).toBe(2)
  expect(seatable([day, night, day, night], nights(2), 4)).toBe(4)
  expect(seatable([night], nights(9), 1)).toBe(1)
  expect(seatable([day, day], [], 2)).toBe(2)
  expect(keptFor(nights(2), [night], 4)).toEqual({ seats: 1, rules: nights(1) })
  expect(keptFor(nights(9), [], 4).seats).toBe(4)
})
