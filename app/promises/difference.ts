import { diffWordsWithSpace } from 'diff'
import { type PromisePart, type PromiseWords, promiseParts } from './words'

/** A piece of a text: it stayed, it was taken away, or it was put in. `startsAt` counts letters of all pieces. */
export type Piece = { kind: 'same' | 'removed' | 'added'; text: string; startsAt: number }

/** What became of one part of a promise. `pieces` is absent where only the whole can be read: a day, a role. */
export type PartDifference = { part: PromisePart; pieces?: Piece[] }

/** Compares two texts word by word. Without the added pieces they read as `before`, without the removed ones as `after`. */
export function differenceOf(before: string, after: string): Piece[] {
  let startsAt = 0
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => {
    const piece = { kind: added ? 'added' : removed ? 'removed' : 'same', text: value, startsAt } as const
    startsAt += value.length
    return piece
  })
}

/** Returns what differs between the first words of a promise and those that stand now. */
export function differencesOf(first: PromiseWords, now: PromiseWords): PartDifference[] {
  const changed = promiseParts.filter(part => (first[part] ?? '') !== (now[part] ?? ''))
  return changed.map(part => {
    const isWhole = part === 'dueOn' || part === 'ownerRole'
    const [before, after] = [first[part] ?? '', now[part] ?? '']
    // Words that were erased, or that were not there, have nothing to compare.
    return isWhole || !before || !after ? { part } : { part, pieces: differenceOf(before, after) }
  })
}
