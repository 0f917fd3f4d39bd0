import { eq, isNotNull, isNull } from 'drizzle-orm'
import { type Db, db, draws, persons, volunteers } from '#db'
import type { Day } from '~/calendar'
import { append } from '~/ledger/store.server'
import { smallestCell } from '~/pulses/disclosure/rules'
import type { DrawShown, SeatsShown } from '../shown'
import { lastDraw, todayHere, type Workgroup } from '../store.server'
import { isVoting } from '../votes/running.server'
import { drawHeld } from '../witness'
import { dayOfEntry, otherHalf } from './chance.server'
import { inGroup } from './closing.server'
import { seat } from './giving.server'
import { keptFor } from './keeping'
import { offersBySeat } from './offering.server'
import { roomFor, rulesByName } from './seating.server'
import { type DrawList, drawFrom, type Halves } from './seed'
import { firstOpening } from './terms.server'

/** What is kept of a draw once it is held: with both halves anybody draws again. */
type Kept = Halves & { numbers: number[]; size: number }
/** Holds every draw whose chance has come, and forgets offers of who left the house; nobody chooses the moment. Harmless to repeat. */
export async function holdDraws(at: Date) {
  const waiting = await db.select({ id: draws.workgroupId }).from(draws).where(isNull(draws.heldOn))
  const left = await db
    .select({ id: volunteers.workgroupId })
    .from(volunteers)
    .innerJoin(persons, eq(persons.id, volunteers.personId))
    .where(isNotNull(persons.leftAt))
  const ids = new Set([...waiting, ...left].map(({ id }) => id))
  for (const id of ids) await inGroup(id, at, (tx, group) => hold(tx, group, at))
}

async function hold(tx: Db, group: Workgroup, at: Date) {
  const last = await lastDraw(group.id, tx)
  if (!last || last.heldOn !== null || !last.seed) return
  // Members are counted when a vote closes: until then nobody is added.
  if (await isVoting(tx, group.id)) return
  const list = JSON.parse(last.list) as DrawList
  const found = await otherHalf(tx, last.announcedSeq, list)
  if (!found) return
  const halves = { half: last.seed, other: found.other }
  const { seed, chosen } = await drawFrom(list, halves)
  const kept: Kept = { ...halves, numbers: chosen, size: found.size }
  const today = todayHere(at)
  const held = { heldOn: today, seed, chosen: JSON.stringify(kept) }
  await tx.update(draws).set(held).where(eq(draws.announcedSeq, last.announcedSeq))
  await append(tx, drawHeld(group.id, last.announcedSeq, seed, chosen), at)
  // Who left the house meanwhile is in the list but not here: their seat goes to whoever is next.
  const { waiting } = await offersBySeat(group, today, tx)
  const drawn = waiting.filter(({ number }) => number !== null && chosen.includes(number))
  await seatAsFree(
    tx,
    group,
    drawn.map(({ personId }) => personId),
    today,
  )
}

/** Seats people from the first day on which there is room for them. */
async function seatAsFree(tx: Db, group: Workgroup, ids: readonly string[], today: Day): Promise<void> {
  const { free, startOn } = await firstOpening(group, today, tx)
  if (ids.length === 0 || free === 0) return
  await seat(tx, group, ids.slice(0, free), startOn)
  await seatAsFree(tx, group, ids.slice(free), today)
}

/** What stands in the place of a list that was erased: it holds nobody. */
const erasedList: DrawList = { v: 1, seats: 0, rules: [], lots: [], sealedHalf: '', witness: '' }

/** Returns the last draw of a group as everybody may see it: the half of the house only after it was held. */
export async function drawShown(workgroupId: string): Promise<DrawShown | undefined> {
  const row = await lastDraw(workgroupId)
  if (!row) return undefined
  const { list, announcedSeq, heldOn } = row
  const announced = {
    list: list ? (JSON.parse(list) as DrawList) : erasedList,
    announcedSeq,
    announcedOn: await dayOfEntry(db, announcedSeq),
  }
  if (heldOn === null || !row.chosen) return announced
  const { numbers, half, other, size } = JSON.parse(row.chosen) as Kept
  return { ...announced, held: { heldOn, seed: row.seed ?? '', chosen: numbers, half, other, size } }
}

/**
 * Returns how a group is composed: each rule with how many of its members fill it, how many seats are free and how many
 * people wait. Of those who wait only what the rules ask is told, never more of them than a rule asks for, and nothing
 * while they are fewer than the smallest group of which a figure is ever shown.
 */
export async function seatsShown(group: Workgroup, at: Date): Promise<SeatsShown> {
  const offers = await offersBySeat(group, todayHere(at))
  const { sitting, staying, waiting, startOn, free } = offers
  const asked = await rulesByName(db, group.id)
  const rules = asked.map(rule => {
    const fills = ({ traits }: { traits: Record<string, string> }) => traits[rule.trait] === rule.value
    const has = sitting.filter(fills).length
    return { ...rule, has, offered: Math.min(waiting.filter(fills).length, Math.max(0, rule.atLeast - has)) }
  })
  return {
    rules: waiting.length < smallestCell ? rules.map(({ offered: _, ...rule }) => rule) : rules,
    ...{ free, startOn, isLater: startOn > todayHere(at), waiting: waiting.length },
    room: await roomFor(db, group, offers),
    kept: keptFor(
      asked,
      staying.map(({ traits }) => traits),
      free,
    ),
    isVoting: await isVoting(db, group.id),
  }
}
