import { generateKeyPairSync } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, groupSeats, ledgerCheckpoints, persons, transact, volunteers } from '#db'
import { keepCosignature } from '~/ledger/cosigning/store.server'
import { bodyOf, cosignatureLine, keyTypes, type Signer, verifierKey } from '~/ledger/note'
import { exportLog } from '~/ledger/served.server'
import { addWitness, append } from '~/ledger/store.server'
import { recordGroup } from '~/workgroups/founding.server'
import { membersOf } from '~/workgroups/members.server'
import { announceDraw } from '~/workgroups/seats/announcing.server'
import { drawShown, holdDraws, seatsShown } from '~/workgroups/seats/holding.server'
import { ownOffer, recordOffer, takeBack } from '~/workgroups/seats/offering.server'
import { giveOffice, leave, seatAll, seatNext } from '~/workgroups/seats/seating.server'
import { drawFrom, isSameDraw } from '~/workgroups/seats/seed'
import { findGroup } from '~/workgroups/store.server'
import { verify } from '../../app/ledger/verify.mjs'
import { by, director, houseWithAgents, hr, mandate, workOf } from './cast'

const at = new Date('2026-11-22T12:00:00Z')
const today = '2026-11-22'
const rules = [
  { trait: 'site' as const, value: 'g', atLeast: 1 },
  { trait: 'shift' as const, value: 'night', atLeast: 2 },
]

beforeAll(() => houseWithAgents(12))

/** A new group for which so many agents offer. */
async function groupWith(many: number, name: string) {
  const decision = await recordGroup({ ...mandate, name, rules }, undefined, hr, at)
  if (!decision.ok) throw new Error(decision.because)
  for (let number = 1; number <= many; number++)
    expect(await recordOffer(decision.value.id, workOf(number), by(`a${number}`), at)).toMatchObject({ ok: true })
  return decision.value.id
}
const sitting = async (id: string, day = today) => (await membersOf(id, day)).map(member => member.id)
const later = () => transact(tx => append(tx, { type: 'client.released', data: { files: [] } }, at))

test('everybody who works here may offer, except who has to be convinced; and takes it back', async () => {
  const id = await groupWith(1, 'Aanbod')
  for (const role of ['executive', 'projectLead'] as const)
    expect(await recordOffer(id, workOf(1), by('lead', role), at)).toMatchObject({ because: 'otherSideOfTheTable' })
  expect(await recordOffer(id, workOf(3), by('a1'), at)).toMatchObject({ ok: true })
  expect(await ownOffer(id, 'a1')).toEqual({ number: null, shift: 'night', contract: 'permanent' })
  const shown = await seatsShown((await findGroup(id))!, at)
  expect(shown).toMatchObject({ waiting: 1, free: 4 })
  // One who waits is told as one, and not as somebody who works at night.
  expect(shown.rules.map(({ offered }) => offered)).toEqual([undefined, undefined])
  expect(await takeBack(id, 'a1', at)).toMatchObject({ ok: true })
  expect(await ownOffer(id, 'a1')).toBeUndefined()
  expect(await seatAll(id, hr, at)).toMatchObject({ because: 'nobodyOffers' })
})

test('where there are seats for all, all sit by one deed, and what the rules still ask for is told', async () => {
  const id = await groupWith(3, 'Genoeg')
  expect(await announceDraw(id, hr, at)).toMatchObject({ because: 'seatsForAll' })
  expect(await seatAll(id, by('a9'), at)).toMatchObject({ because: 'notYourDeed' })
  expect(await seatAll(id, hr, at)).toMatchObject({ value: { seated: 3 } })
  expect(await findGroup(id)).toMatchObject({ state: 'working' })
  expect(await seatsShown((await findGroup(id))!, at)).toMatchObject({
    rules: [
      { value: 'Gent', has: 1, atLeast: 1 },
      { value: 'night', has: 1, atLeast: 2 },
    ],
    free: 1,
  })
  const [row] = await db.select().from(groupSeats).where(eq(groupSeats.workgroupId, id))
  expect(row).toMatchObject({ fromOn: today, untilOn: '2027-11-21', office: 'member' })
  expect([await sitting(id, '2027-11-21'), await sitting(id, '2027-11-22')]).toMatchObject([{ length: 3 }, []])
})

test('lots are drawn in public: first the list without names, then a chance that came afterwards, then the same for all', async () => {
  const id = await groupWith(12, 'Loting')
  expect(await seatAll(id, hr, at)).toMatchObject({ because: 'moreThanSeats' })
  expect(await announceDraw(id, by('a9'), at)).toMatchObject({ because: 'notYourDeed' })
  expect((await seatsShown((await findGroup(id))!, at)).rules).toMatchObject([{ offered: 1 }, { offered: 2 }])
  expect(await announceDraw(id, hr, at)).toMatchObject({ ok: true })
  expect(await announceDraw(id, hr, at)).toMatchObject({ because: 'drawRunning' })
  for (const deed of [takeBack(id, 'a1', at), recordOffer(id, workOf(1), by('a1'), at)])
    expect(await deed).toMatchObject({ because: 'drawRunning' })
  const announced = (await drawShown(id))!
  expect(announced.held).toBeUndefined()
  expect(announced.list).toMatchObject({ seats: 4, witness: '', lots: { length: 12 } })
  // No name, no half, and no trait that no rule asks for: nobody is told who works for an agency, or by day.
  expect(JSON.stringify(announced)).not.toMatch(/"a\d+"|agency|permanent|"day"|Zwolle/)
  await holdDraws(at)
  expect((await drawShown(id))!.held).toBeUndefined()
  await later()
  await holdDraws(at)
  await holdDraws(at)
  const { held, list } = (await drawShown(id))!
  expect(await isSameDraw(list, held!, held!)).toBe(true)
  const numbers = await Promise.all((await sitting(id)).map(async one => (await ownOffer(id, one))!.number!))
  expect(numbers.sort((a, b) => a - b)).toEqual(held!.chosen)
  expect((await seatsShown((await findGroup(id))!, at)).rules.every(({ has, atLeast }) => has >= atLeast)).toBe(true)
})

test('control: another list, another seed, a half that was not sealed or other numbers are found by who draws again', async () => {
  const id = (await db.select().from(volunteers)).find(row => row.number !== null)!.workgroupId
  const { held, list } = (await drawShown(id))!
  const fewer = { ...list, lots: list.lots.slice(1) }
  const unsealed = { ...held!, half: 'chosen' }
  const favoured = { ...held!, chosen: list.lots.map(({ number }) => number).slice(0, 4) }
  expect(await isSameDraw({ ...list, seats: 3 }, held!, held!)).toBe(false)
  expect(await isSameDraw(list, { ...held!, other: 'chosen' }, held!)).toBe(false)
  expect(await isSameDraw(list, unsealed, { ...held!, ...(await drawFrom(list, unsealed)) })).toBe(false)
  const rigged = [favoured, { ...favoured, chosen: [9, 10, 11, 12] }].filter(
    one => `${one.chosen}` !== `${held!.chosen}`,
  )
  for (const told of rigged) expect(await isSameDraw(list, held!, told)).toBe(false)
  expect((await drawFrom(fewer, held!)).order).toHaveLength(11)
})

test('a seat that falls free goes to who is next in the list, and who left the house sits no more', async () => {
  const id = (await db.select().from(volunteers)).find(row => row.number !== null)!.workgroupId
  const before = await sitting(id)
  const [first, second] = [before[0]!, before[1]!]
  expect(await seatNext(id, by(first), at)).toMatchObject({ because: 'noSeatFree' })
  expect(await giveOffice(id, { personId: second, office: 'chair' }, by(first), at)).toMatchObject({ ok: true })
  expect(await giveOffice(id, { personId: second, office: 'chair' }, hr, at)).toMatchObject({ because: 'notAMember' })
  expect(await leave(id, first, at)).toMatchObject({ ok: true })
  expect(await leave(id, first, at)).toMatchObject({ because: 'notAMember' })
  expect(await ownOffer(id, first)).toBeUndefined()
  await transact(tx => tx.update(persons).set({ leftAt: at }).where(eq(persons.id, second)))
  expect(await sitting(id)).toHaveLength(2)
  for (let seats = 0; seats < 2; seats++) expect(await seatNext(id, hr, at)).toMatchObject({ value: { seated: 1 } })
  expect(await seatNext(id, hr, at)).toMatchObject({ because: 'noSeatFree' })
  const now = await sitting(id)
  expect(now).toHaveLength(4)
  expect(now).not.toContain(first)
  expect((await seatsShown((await findGroup(id))!, at)).rules.every(({ has, atLeast }) => has >= atLeast)).toBe(true)
  // Who comes back to the house finds the seat taken.
  await transact(tx => tx.update(persons).set({ leftAt: null }).where(eq(persons.id, second)))
  expect(await sitting(id)).toEqual(now)
})

test('with a witness the chance is in its next signature, and nothing else sets the draw going', async () => {
  const council: Signer = { name: 'council.example/w', key: generateKeyPairSync('ed25519').privateKey }
  const key = verifierKey(council, keyTypes.witness)
  await transact(tx => addWitness(tx, { name: council.name, key, of: 'worksCouncil' }, at))
  const id = await groupWith(7, 'Getuige')
  expect(await announceDraw(id, director, at)).toMatchObject({ ok: true })
  await later()
  await holdDraws(at)
  const announced = (await drawShown(id))!
  expect(announced).toMatchObject({ list: { witness: council.name } })
  expect(announced.held).toBeUndefined()
  const size = announced.announcedSeq + 1
  const [point] = await db.select().from(ledgerCheckpoints).where(eq(ledgerCheckpoints.size, size))
  const line = cosignatureLine(bodyOf(point!.note), council, at)
  expect(await transact(tx => keepCosignature(tx, size, line, at))).toBe(true)
  await holdDraws(at)
  const { held, list } = (await drawShown(id))!
  expect(held).toMatchObject({ size })
  expect(line).toContain(held!.other)
  expect(await isSameDraw(list, held!, held!)).toBe(true)
  expect(await sitting(id)).toHaveLength(4)
})

test('a term that is over leaves a free seat, and who wants another one offers again', async () => {
  const id = await groupWith(2, 'Termijn')
  await seatAll(id, hr, at)
  const nextYear = new Date('2027-11-22T12:00:00Z')
  expect(await seatAll(id, hr, nextYear)).toMatchObject({ because: 'nobodyOffers' })
  expect(await recordOffer(id, workOf(1), by('a1'), nextYear)).toMatchObject({ ok: true })
  expect(await seatAll(id, hr, nextYear)).toMatchObject({ value: { seated: 1 } })
  expect(await sitting(id, '2028-01-01')).toEqual(['a1'])
})

test('all of it stands in a ledger that anybody can check', async () => {
  expect((await verify(await exportLog(), { now: at.getTime() / 1000 })).problems).toEqual([])
})
