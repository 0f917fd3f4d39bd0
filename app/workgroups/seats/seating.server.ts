import { and, eq } from 'drizzle-orm'
import { type Db, groupSeats } from '#db'
import type { Day } from '~/calendar'
import { allow, refuse } from '~/decision'
import { hasRole, type Person } from '~/people/rules'
import { sitsIn } from '../members.server'
import { founders } from '../rules'
import { lastDraw, rulesOf, sitesHere, todayHere, type Workgroup } from '../store.server'
import { isVoting } from '../votes/running.server'
import { forgetOffer, inGroup } from './closing.server'
import type { SeatRule } from './draw'
import { seat, seatsOf } from './giving.server'
import { seatable } from './keeping'
import { isDrawing, offersBySeat } from './offering.server'
import { type Office, stillAsked } from './rules'
import { type DrawList, nextFrom } from './seed'

type By = Pick<Person, 'id' | 'roles'>

/** Whether somebody may have seats filled: who founds groups, and who sits in this one. */
export const maySeat = async (workgroupId: string, by: By, today: Day, from?: Db): Promise<boolean> =>
  hasRole(by, founders) || (await sitsIn(workgroupId, by.id, today, from))

/** Gives everybody who offers a seat, where there are seats for all of them. */
export function seatAll(workgroupId: string, by: By, at: Date) {
  const today = todayHere(at)
  return inGroup(workgroupId, at, async (tx, group) => {
    if (!(await maySeat(workgroupId, by, today, tx))) return refuse('notYourDeed')
    if (group.state === 'ended') return refuse('groupEnded')
    if (await isDrawing(tx, workgroupId)) return refuse('drawRunning')
    if (await isVoting(tx, workgroupId)) return refuse('voteRunning')
    const offers = await offersBySeat(group, today, tx)
    const { waiting } = offers
    if (waiting.length === 0) return refuse('nobodyOffers')
    if (offers.free === 0) return refuse('noSeatFree')
    const room = await roomFor(tx, group, offers)
    if (room < waiting.length) return refuse(room === 0 ? 'seatsKept' : 'moreThanSeats')
    const ids = waiting.map(({ personId }) => personId)
    await seat(tx, group, ids, offers.startOn)
    return allow({ seated: ids.length })
  })
}

/** Gives a seat that fell free to whoever is next in the list of the last draw: first who a rule still asks for. */
export function seatNext(workgroupId: string, by: By, at: Date) {
  const today = todayHere(at)
  return inGroup(workgroupId, at, async (tx, group) => {
    if (!(await maySeat(workgroupId, by, today, tx))) return refuse('notYourDeed')
    if (group.state === 'ended') return refuse('groupEnded')
    const last = await lastDraw(workgroupId, tx)
    if (!last?.heldOn || !last.seed || !last.list) return refuse('noDraw')
    if (await isVoting(tx, workgroupId)) return refuse('voteRunning')
    const offers = await offersBySeat(group, today, tx)
    const { staying, waiting } = offers
    if (offers.free === 0) return refuse('noSeatFree')
    const { lots } = JSON.parse(last.list) as DrawList
    const left = lots.filter(lot => waiting.some(({ number }) => number === lot.number))
    const asked = stillAsked(
      await rulesByName(tx, workgroupId),
      staying.map(({ traits }) => traits),
    )
    const number = await nextFrom(left, asked, last.seed)
    const next = waiting.find(one => one.number !== null && one.number === number)
    if (!next) return refuse('nobodyLeft')
    if ((await roomFor(tx, group, { ...offers, waiting: [next] })) === 0) return refuse('seatsKept')
    await seat(tx, group, [next.personId], offers.startOn)
    return allow({ seated: 1 })
  })
}

/** Returns who has to be at the table, with sites by name: as lists for everybody say it. */
export async function rulesByName(tx: Db, workgroupId: string): Promise<SeatRule[]> {
  const names = new Map((await sitesHere(tx)).map(({ id, name }) => [id, name]))
  const rules = await rulesOf(workgroupId, tx)
  return rules.map(rule => (rule.trait === 'site' ? { ...rule, value: names.get(rule.value) ?? rule.value } : rule))
}

type Offers = Pick<Awaited<ReturnType<typeof offersBySeat>>, 'staying' | 'waiting' | 'free'>

/** Returns how many of those who wait get a seat, while those that rules still ask for are kept free. */
export async function roomFor(from: Db, group: Workgroup, { staying, waiting, free }: Offers): Promise<number> {
  const [stay, wait] = [staying.map(({ traits }) => traits), waiting.map(({ traits }) => traits)]
  return seatable(wait, stillAsked(await rulesByName(from, group.id), stay), free)
}

/** Lets a member go, at once and without a reason: their seat is free, and they count in no vote from now on. */
export function leave(workgroupId: string, personId: string, at: Date) {
  const today = todayHere(at)
  return inGroup(workgroupId, at, async tx => {
    if (!(await sitsIn(workgroupId, personId, today, tx))) return refuse('notAMember')
    await tx.update(groupSeats).set({ leftOn: today }).where(seatsOf(workgroupId, personId))
    await forgetOffer(tx, workgroupId, personId)
    return allow(null)
  })
}

/** Gives a member an office, decided among members; whoever had it is a member like the others again. */
export function giveOffice(workgroupId: string, asked: { personId: string; office: Office }, by: By, at: Date) {
  const today = todayHere(at)
  return inGroup(workgroupId, at, async tx => {
    if (!(await sitsIn(workgroupId, by.id, today, tx))) return refuse('notAMember')
    if (!(await sitsIn(workgroupId, asked.personId, today, tx))) return refuse('notAMember')
    const sameOffice = and(eq(groupSeats.workgroupId, workgroupId), eq(groupSeats.office, asked.office))
    if (asked.office !== 'member') await tx.update(groupSeats).set({ office: 'member' }).where(sameOffice)
    await tx.update(groupSeats).set({ office: asked.office }).where(seatsOf(workgroupId, asked.personId))
    return allow(null)
  })
}
