import { and, eq, gt, inArray, lt } from 'drizzle-orm'
import { db, publishedCells, rosterMembers, rounds, unitMembers } from '#db'
import { addDays, type Day } from '~/calendar'
import { unitsOfCell } from '../published'
import type { RoundRow } from '../store.server'
import { type EarlierFigure, type History, unitsOfToday } from './history'
import { standingAfter } from './standing'

/** Days after which an earlier figure no longer binds new ones, counted from the last day of its round. @source rule set K7c2.v1, R6: a year */
const comparedForDays = 366

/** Returns the last day of a round that is too long ago to be compared with one that ends on `closesOn`. */
export const forgottenSince = (closesOn: Day): Day => addDays(closesOn, -comparedForDays)

/** Returns what was shown in the year before a round and still stands, and who stands on which list of this round. */
export async function historyBefore({ id, number, closesOn }: RoundRow): Promise<History> {
  const now = await db.select().from(unitMembers).where(eq(unitMembers.roundId, id))
  const past = await db
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(lt(rounds.number, number), eq(rounds.state, 'published'), gt(rounds.closesOn, forgottenSince(closesOn))))
    .orderBy(rounds.number)
  const members = byUnit(now)
  return {
    members,
    earlier: await shownIn(
      past.map(round => round.id),
      members,
    ),
  }
}

async function shownIn(roundIds: string[], today: History['members']): Promise<Map<string, EarlierFigure[]>> {
  if (roundIds.length === 0) return new Map()
  const cells = await db.select().from(publishedCells).where(inArray(publishedCells.roundId, roundIds))
  const rosters = await db.select().from(rosterMembers).where(inArray(rosterMembers.roundId, roundIds))
  const earlier = new Map<string, EarlierFigure[]>()
  for (const roundId of roundIds) {
    const members = byUnit(rosters.filter(row => row.roundId === roundId))
    const goingOn = unitsGoingOn(members, today)
    const shown = groupBy(
      cells.filter(cell => cell.roundId === roundId),
      cell => cell.itemId,
    )
    for (const [itemId, rows] of shown) {
      const figures = rows.map(row => asEarlier(row, goingOn))
      earlier.set(itemId, followedBy(earlier.get(itemId) ?? [], figures))
    }
  }
  return earlier
}

/** Adds the figures of a round, and notes which earlier ones still stand beside them. */
function followedBy(before: readonly EarlierFigure[], figures: EarlierFigure[]): EarlierFigure[] {
  const standing = new Set(
    standingAfter(
      before.filter(one => one.stands),
      figures,
    ),
  )
  return [...before.map(one => ({ ...one, stands: standing.has(one) })), ...figures]
}

type Members = ReadonlyMap<string, readonly string[]>

/** Finds the units of today that go on with a cell; each cell is looked up once, whatever the number of questions. */
function unitsGoingOn(members: Members, today: Members) {
  const known = new Map<string, { memberIds: Set<string>; unitIds: string[] }>()
  return (cellId: string) => {
    const memberIds = new Set(unitsOfCell(cellId).flatMap(id => members.get(id) ?? []))
    const found = known.get(cellId) ?? { memberIds, unitIds: unitsOfToday(memberIds, today) }
    known.set(cellId, found)
    return found
  }
}

function asEarlier(row: typeof publishedCells.$inferSelect, goingOn: ReturnType<typeof unitsGoingOn>): EarlierFigure {
  const { roundId, cellId, n } = row
  const favourable = [row.favourableLow, row.favourableHigh] as const
  const unfavourable = [row.unfavourableLow, row.unfavourableHigh] as const
  return { roundId, cellId, stands: true, ...goingOn(cellId), figure: { n, favourable, unfavourable } }
}

function byUnit(rows: readonly { unitId: string; personId: string }[]): Map<string, string[]> {
  const grouped = groupBy(rows, row => row.unitId)
  return new Map([...grouped].map(([unitId, some]) => [unitId, some.map(row => row.personId)]))
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
