import type { EarlierFigure, History } from '../../app/pulses/disclosure/history'
import { standingAfter } from '../../app/pulses/disclosure/standing'
import { unitsOfCell } from '../../app/pulses/published'
import type { PublishedCell } from '../../app/pulses/tally'

type Members = Map<string, string[]>
type Round = { members: Members; cells: readonly PublishedCell[] }

/** Of every ten units one lets somebody go and takes somebody on between two rounds. */
const unitsPerChange = 10

/** Returns who stands on the list of each unit in a round: as many as before, though not all the same people. */
export function membersIn(round: number, unitIds: readonly string[], perUnit: number): Members {
  return new Map(
    unitIds.map((unitId, at) => {
      const changes = Array.from({ length: round }, (_, one) => (at + one) % unitsPerChange === 0)
      const first = changes.filter(Boolean).length
      return [unitId, Array.from({ length: perUnit }, (_, nth) => `${unitId}.${first + nth}`)]
    }),
  )
}

/** Returns what was shown in earlier rounds, as `history.server.ts` reads it: each cell's people are one set for all questions. */
export function historyOf(past: readonly Round[], members: Members): History {
  const earlier = new Map<string, EarlierFigure[]>()
  for (const [at, round] of past.entries()) {
    const peopleOf = new Map<string, ReadonlySet<string>>()
    const shown = new Map<string, EarlierFigure[]>()
    for (const { cellId, itemId, n, favourable, unfavourable } of round.cells) {
      const unitIds = unitsOfCell(cellId)
      const memberIds = peopleOf.get(cellId) ?? new Set(unitIds.flatMap(id => round.members.get(id) ?? []))
      peopleOf.set(cellId, memberIds)
      const figure = { n, favourable, unfavourable }
      const one = { roundId: `R${at + 1}`, cellId, stands: true, unitIds, memberIds, figure }
      const known = shown.get(itemId)
      if (known) known.push(one)
      else shown.set(itemId, [one])
    }
    for (const [itemId, figures] of shown) earlier.set(itemId, followedBy(earlier.get(itemId) ?? [], figures))
  }
  return { members, earlier }
}

function followedBy(before: readonly EarlierFigure[], figures: EarlierFigure[]): EarlierFigure[] {
  const standing = new Set(
    standingAfter(
      before.filter(one => one.stands),
      figures,
    ),
  )
  return [...before.map(one => ({ ...one, stands: standing.has(one) })), ...figures]
}
