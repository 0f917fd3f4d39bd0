import { type Barrier, isBarrier } from 'surveys/five-barriers/v1'
import { addDays, type Day } from '~/calendar'
import type { IndexEntry } from '~/promises/finding'
import { isOverdue, isUnclaimed } from '~/promises/overdue'
import { isFinal } from '~/promises/words'
import { findGuide, type Guide, guidesAbout } from '../guides/rules'

/** Days ahead in which a promise comes up in a talk. @source our own choice: two talks a month apart still reach it */
export const dueWithinDays = 60

/** Lines on the sheet. @source our own choice: tried out, so that a sheet of a full year is one page in all languages */
export const [mostPromises, mostAgreements, mostOfBoardPart] = [6, 4, 2]

/**
 * Chooses the promises that touch a team: all that are overdue, then what must be kept soon, then what is open about the
 * barriers of the card. A promise is made to everybody, so nothing of the team itself is needed to choose.
 */
export function promisesTouching(index: readonly IndexEntry[], barriers: readonly Barrier[], today: Day) {
  const until = addDays(today, dueWithinDays)
  const place = (one: IndexEntry): number | undefined => {
    if (isOverdue(one, today)) return 0
    if (isUnclaimed(one) && one.dueOn <= until) return 1
    return !isFinal(one.status) && barriers.some(barrier => barrier === one.barrier) ? 2 : undefined
  }
  const found = index.flatMap(one => {
    const at = place(one)
    return at === undefined ? [] : [{ ...one, at }]
  })
  const ordered = found.sort((a, b) => a.at - b.at || compare(a.dueOn, b.dueOn) || a.number - b.number)
  return { ids: ordered.slice(0, mostPromises).map(({ id }) => id), left: Math.max(0, ordered.length - mostPromises) }
}

const compare = (a: string, b: string) => Number(a > b) - Number(a < b)

/** Why a card lies on the sheet: it was asked for, it fits the highest barrier or one of several, or none stands out. */
export type CardReason = 'asked' | 'highest' | 'shared' | 'none'

/** The card where no barrier stands out: it begins with a question, not with an answer. @source our own choice */
const openCard = 'wait-and-see'

/**
 * Chooses the card for a talk: the one that was asked for, else the first one about the highest barrier. Where the
 * evidence tells no highest barrier, none is claimed and an open card is laid down.
 * @param highest barriers that stand highest together; empty when none does
 */
export function cardFor(
  asked: { guide?: string | null; barrier?: string | null },
  highest: readonly Barrier[],
): { guide: Guide; reason: CardReason } {
  const named = findGuide(asked.guide ?? undefined) ?? cardAbout(asked.barrier)
  if (named) return { guide: named, reason: 'asked' }
  const fitting = cardAbout(highest[0])
  if (fitting) return { guide: fitting, reason: highest.length > 1 ? 'shared' : 'highest' }
  return { guide: findGuide(openCard)!, reason: 'none' }
}

const cardAbout = (barrier: string | null | undefined) =>
  barrier && isBarrier(barrier) ? guidesAbout(barrier)[0] : undefined

/** What an address of the sheet asks for; what it leaves out is chosen. */
export type SheetAsked = { team?: string; round?: string; guide?: string; view?: 'presenter'; for?: 'me' }

/** Returns the address of a sheet. */
export function sheetAddress(asked: SheetAsked, path = '/app/team-talks/prepare'): string {
  const said = Object.entries(asked).filter(([, value]) => value !== undefined)
  return `${path}?${new URLSearchParams(said as [string, string][])}`
}

/** Letters around each line: its day, its owner, how it stands. @source our own choice: an average */
const aroundALine = 60

/**
 * Letters that fit one page, with how close together they are printed. Of more than that the last lines stay off the paper,
 * and the sheet says so.
 * @source our own choice: tried out in three languages, with the longest words that fit into the forms
 */
const densities = [
  ['roomy', 4400],
  ['full', 5400],
  ['packed', 8000],
] as const
export type Density = (typeof densities)[number][0] | 'overfull'

/** Returns how close together these lines must be printed to be one page. */
export function densityOf(lines: readonly string[]): Density {
  const letters = lines.reduce((sum, line) => sum + line.length + aroundALine, 0)
  return densities.find(([, most]) => letters <= most)?.[0] ?? 'overfull'
}
