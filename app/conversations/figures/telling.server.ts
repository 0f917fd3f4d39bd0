import { randomUUID } from 'node:crypto'
import { desc, lt } from 'drizzle-orm'
import { compact, db, talkFigures, talkTallies, toldMonths, topicSlips, transact } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { log } from '~/log.server'
import { type Cut, monthCounted } from './counted.server'
import { destroyMonthKeys, forgetCounts, slipKeyOf } from './month-key.server'
import { type Month, mayBeTold, monthBefore, monthOf } from './months'
import { type TalkFigure, tellMonth } from './rules'

/**
 * Tells every month that may be told: its figures are published once and for all, and everything they came from is
 * destroyed. What talks were about is opened and counted in memory only. Harmless to repeat.
 *
 * @param cutNow how the organisation is cut; nothing when too few people work here for any figure
 */
export async function tellMonths(at: Date, cutNow: () => Promise<Cut | undefined>) {
  const today = dayIn(config.timeZone, at)
  const due = (await monthsToTell(today)).filter(month => mayBeTold(month, today))
  if (due.length === 0) return
  const cut = await cutNow()
  for (const month of due) {
    await tell(month, today, cut)
    destroyMonthKeys(month)
    log('talks.told', { month })
  }
  await compact()
}

/** Destroys what a fall or a restored backup may have left of months that are told. */
export async function forgetToldMonths() {
  const last = await db.select().from(toldMonths).orderBy(desc(toldMonths.month)).limit(3)
  for (const { month } of last) {
    await transact(tx => forgetCounts(tx, month))
    destroyMonthKeys(month)
  }
}

/** The month before, also when nothing was counted in it: that it is silent does not tell whether few talked, or nobody. */
async function monthsToTell(today: Day): Promise<Month[]> {
  const told = new Set((await db.select().from(toldMonths)).map(({ month }) => month))
  const now = monthOf(today)
  const counted = [
    ...(await db.select({ month: talkTallies.month }).from(talkTallies).where(lt(talkTallies.month, now))),
    ...(await db.select({ month: topicSlips.month }).from(topicSlips).where(lt(topicSlips.month, now))),
  ].map(({ month }) => month)
  const before = slipKeyOf(monthBefore(now)) ? [monthBefore(now)] : []
  return [...new Set([...counted, ...before])].filter(month => !told.has(month)).sort()
}

/** A month whose key is lost belongs to a restored backup: it may have been told before, so nothing is told of it. */
async function tell(month: Month, toldOn: Day, cut: Cut | undefined) {
  const key = slipKeyOf(month)
  const counted = key && cut && (await monthCounted(month, cut, key))
  const figures = counted ? tellMonth(counted, shuffle) : []
  const unitTree = JSON.stringify(counted ? { tree: counted.tree, unitOf: Object.fromEntries(counted.unitOf) } : {})
  await transact(async tx => {
    await tx.insert(toldMonths).values({ month, toldOn, unitTree })
    if (figures.length > 0) await tx.insert(talkFigures).values(figures.map(figure => rowOf(month, figure)))
    await forgetCounts(tx, month)
  })
}

const rowOf = (month: Month, { favourable, unfavourable, ...figure }: TalkFigure) => ({
  ...{ month, ...figure, favourableLow: favourable[0], favourableHigh: favourable[1] },
  ...{ unfavourableLow: unfavourable[0], unfavourableHigh: unfavourable[1] },
})

/** Puts things in an order that nobody can predict or repeat. */
function shuffle<T>(items: T[]): T[] {
  const drawn = items.map(item => ({ item, lot: randomUUID() }))
  return drawn.sort((one, other) => (one.lot < other.lot ? -1 : 1)).map(({ item }) => item)
}
