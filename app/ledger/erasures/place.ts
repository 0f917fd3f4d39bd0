import type { Day } from '~/calendar'
import type { FileKind } from '~/promises/evidence/kinds'
import { type EntryPart, type EntryPlace, entryPlaceOf, entryPlaces } from './entry-places'

const promiseParts = ['text', 'why', 'scope', 'exclusions', 'measure', 'place', 'ownerName', 'note'] as const
const responseParts = ['heard', 'willDo', 'willNotDo'] as const
const examParts = ['answer'] as const

/** What words can be: of a promise or a step in its life, of a published response, or an answer of the self-exam. */
export const wordsParts = [...promiseParts, ...responseParts, ...examParts] as const
type OwnPart = (typeof wordsParts)[number]
export type WordsPart = OwnPart | EntryPart

/**
 * Where the app keeps words that the ledger holds a commitment to: in a promise as it was first made (version 1),
 * in a later event of it, in a published response, in an answer of the self-exam, or at the place of one entry.
 */
export type WordsPlace = OwnPlace | EntryPlace
type OwnPlace = { of: 'promise' | 'response' | 'exam'; id: string; version: number; part: OwnPart }

/** A file that goes with the words of the evidence it belongs to; the same one may stand at other evidence too. */
export type FileGoing = { name: string; kind: FileKind; staysElsewhere: boolean }

/** Words that were erased, as everybody may read of it. */
export type Erased = WordsPlace & { erasedOn: Day; reason: string }

/** The one line of the log that says who something is about. */
export type EntryRead = {
  seq: number
  type: string
  data: { [name: string]: unknown; id?: string; round?: string; question?: string }
}

/** Tells whether words stand at the place of one entry, and not in the life of a promise, a response or an exam. */
export const isEntryPlace = (place: WordsPlace): place is EntryPlace =>
  Object.values(entryPlaces).some(({ of }) => of === place.of)

/** What the app calls the words that the ledger calls otherwise. */
const names: Record<string, OwnPart> = {
  owner: 'ownerName',
  reason: 'note',
  will_do: 'willDo',
  will_not_do: 'willNotDo',
}

/**
 * Returns where the app keeps the words `key` of an entry; nothing for what it cannot erase, such as the answers of
 * management before a check: those are numbers, and name nobody. Each event of a promise is one entry, so its number is
 * how many entries of that promise stand up to and including this one.
 *
 * @param line all entries about the same promise
 */
export function placeOf(
  entry: EntryRead,
  key: string,
  line: readonly Pick<EntryRead, 'seq'>[],
): WordsPlace | undefined {
  const place = entryPlaceOf(entry, key)
  if (place) return place
  const part = names[key] ?? wordsParts.find(known => known === key)
  if (!part) return undefined
  const { id, round, question } = entry.data
  if (entry.type === 'response.published' && round) return { of: 'response', id: round, version: 1, part }
  if (entry.type === 'exam.answered' && question) return { of: 'exam', id: question, version: 1, part }
  if (!entry.type.startsWith('promise.') || !id) return undefined
  return { of: 'promise', id, version: line.filter(({ seq }) => seq <= entry.seq).length, part }
}

/** Returns what was erased in one part: in `version`, or without it in the latest that was. */
export function erasedIn(erased: readonly Erased[] | undefined, part: WordsPart, version?: number): Erased | undefined {
  const fits = (one: Erased) => one.part === part && (version === undefined || one.version === version)
  return erased
    ?.filter(fits)
    .sort((a, b) => a.version - b.version)
    .at(-1)
}

/** Tells whether a round can hold these words in its questions for good: staff are asked about what a promise says, and about nothing else of it. */
export const mayStandInRound = ({ of, part }: WordsPlace): boolean => of === 'promise' && part === 'text'
