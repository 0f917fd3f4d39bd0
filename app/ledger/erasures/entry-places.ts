/** An entry of the log as far as it says where its words stand. */
type Entered = { seq: number; type: string; data: Record<string, unknown> }

/**
 * Every kind of entry whose words stand at a place of their own: what that place is called, which of the data name it
 * (`seq` is the number of the entry itself), and what the words are called in the ledger.
 */
export const entryPlaces = {
  'workgroup.mandated': { of: 'mandate', by: ['group', 'version'], words: ['text'] },
  'draw.announced': { of: 'draw', by: ['group', 'seq'], words: ['list'] },
  'budget.booked': { of: 'booking', by: ['group', 'no'], words: ['what'] },
  'vote.opened': { of: 'proposal', by: ['proposal'], words: ['title', 'text'] },
  'plan.presented': { of: 'presentation', by: ['proposal', 'held_on', 'audience'], words: ['changed'] },
  'phase.shown': { of: 'output', by: ['use_case', 'phase', 'output'], words: ['note'] },
  'gate.step': { of: 'step', by: ['gate', 'version'], words: ['criteria'] },
  'gate.judged': { of: 'verdict', by: ['proposal'], words: ['notes'] },
  'gate.key': { of: 'key', by: ['gate', 'version', 'holder'], words: ['reason'] },
  'gate.moved': { of: 'gate', by: ['gate', 'seq'], words: ['reason'] },
  'veto.raised': { of: 'veto', by: ['id'], words: ['evidence', 'persuade'] },
  'veto.moved': { of: 'vetoMove', by: ['id', 'to'], words: ['reason', 'name'] },
} as const

type Told = (typeof entryPlaces)[keyof typeof entryPlaces]
export type EntryOf = Told['of']
export type EntryPart = Told['words'][number]
export type EntryPlace = { of: EntryOf; id: string; version: number; part: EntryPart }
type Places = Record<string, { of: EntryOf; by: readonly string[]; words: readonly EntryPart[] }>

/** Puts together what names a place, as one word that stands in the list of what was erased. */
export const placeId = (...names: readonly (string | number)[]): string => names.join('/')

/** Returns the place of the words `key` of an entry; nothing for a kind that has no place of its own. */
export function entryPlaceOf(
  { seq, type, data }: Entered,
  key: string,
  places: Places = entryPlaces,
): EntryPlace | undefined {
  const kind = places[type]
  const part = kind?.words.find(known => known === key)
  if (!kind || !part) return undefined
  const id = placeId(...kind.by.map(name => String(name === 'seq' ? seq : data[name])))
  return { of: kind.of, id, version: 1, part }
}
