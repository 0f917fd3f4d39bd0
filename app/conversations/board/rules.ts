import { addDays, type Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import type { Role } from '~/people/rules'

/** What management says it knows, does not know yet, and may not say. */
export const boardParts = ['known', 'unknown', 'unsayable'] as const
export type BoardPart = (typeof boardParts)[number]

/** Who writes on the board: those who answer for the organisation. */
export const boardWriters = ['executive', 'hr'] as const satisfies readonly Role[]

/** Characters in a line, and in the reason for it. @source our own choice: the board goes along on the one sheet of a talk */
export const [longestLine, longestBecause] = [140, 140]

/** Days ahead within which more must be said. @source our own choice: whoever may not speak for a year says that after a year */
export const longestSilence = 366

/** What somebody writes: a line, and where nothing is told yet why not and until when. */
export type LineWords = { part: BoardPart; line: string; because?: string; untilOn?: Day }

/** A line as it stands on the board. */
export type BoardLine = LineWords & { id: string; version: number; changedOn: Day }

/** A line with what its readers must know of it: whether the day on which more would be said is past. */
export type LineShown = BoardLine & { isLate: boolean }

/** The whole board, part by part in the fixed order. */
export type Board = { part: BoardPart; lines: LineShown[] }[]

export type LineRefusal = 'reasonMissing' | 'dayMissing' | 'dayPassed' | 'dayTooFar'

/**
 * Decides what comes on the board. Whoever does not know, or may not say, tells why and when more follows; what is known
 * needs neither.
 */
export function writeLine({ part, line, because, untilOn }: LineWords, today: Day): Decision<LineWords, LineRefusal> {
  if (part === 'known') return allow({ part, line })
  if (!because) return refuse('reasonMissing')
  if (!untilOn) return refuse('dayMissing')
  if (untilOn < today) return refuse('dayPassed')
  if (untilOn > addDays(today, longestSilence)) return refuse('dayTooFar')
  return allow({ part, line, because, untilOn })
}

/** Tells whether more should have been said by now. On the day itself there is still time. */
export function isLate({ untilOn }: Pick<BoardLine, 'untilOn'>, today: Day): boolean {
  return untilOn !== undefined && untilOn < today
}

/** Sets the board in order: what is known with the newest first, the rest by the day on which more is said. */
export function boardOf(lines: readonly BoardLine[], today: Day): Board {
  return boardParts.map(part => {
    const own = lines.filter(line => line.part === part).map(line => ({ ...line, isLate: isLate(line, today) }))
    return { part, lines: own.sort(part === 'known' ? newestFirst : soonestFirst) }
  })
}

/** Returns the first few lines of each part, with how many stand behind them. */
export function shortened(board: Board, most: number): { board: Board; left: number } {
  const short = board.map(({ part, lines }) => ({ part, lines: lines.slice(0, most) }))
  const count = (some: Board) => some.reduce((sum, { lines }) => sum + lines.length, 0)
  return { board: short, left: count(board) - count(short) }
}

const compare = (a: string, b: string) => Number(a > b) - Number(a < b)
const newestFirst = (a: BoardLine, b: BoardLine) => compare(b.changedOn, a.changedOn) || compare(a.line, b.line)
const soonestFirst = (a: BoardLine, b: BoardLine) =>
  compare(a.untilOn ?? '', b.untilOn ?? '') || compare(a.line, b.line)
