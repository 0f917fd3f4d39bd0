import type { Day } from '~/calendar'
import type { ClockTime } from '../clock'
import type { Move } from './moves'
import type { ConversationState, Party } from './rules'

/** How far a record of a talk is, as both may know; without its words. */
export const recordStandings = ['none', 'draft', 'lastWord', 'agreed', 'newVersion'] as const
export type RecordStanding = (typeof recordStandings)[number]

/** Returns in which words a standing is told: whose turn it is reads it as such. */
export const recordWordsFor = (party: Party, record: RecordStanding) =>
  record === 'lastWord' && party === 'employee' ? 'yourWord' : record

/** A version of a record, without its words. */
export type VersionFacts = { version: number; leadAgreedOn: Day | null; employeeAgreedOn: Day | null }

/** Returns how far a record is; `lastWord` waits for the employee, `newVersion` is written beside an agreed one. */
export function recordStandingOf(versions: readonly VersionFacts[]): RecordStanding {
  const latest = [...versions].sort((a, b) => b.version - a.version)[0]
  if (!latest) return 'none'
  if (latest.employeeAgreedOn) return 'agreed'
  if (latest.leadAgreedOn) return 'lastWord'
  return versions.length > 1 ? 'newVersion' : 'draft'
}

/** A one-to-one as it stands on the pages of one of the two. */
export type TalkShown = {
  id: string
  party: Party
  name: string
  hasLeft: boolean
  state: ConversationState
  invitedBy: Party
  invitedOn: Day
  /** The last day on which an invitation can be answered; then it is gone. */
  until: Day
  planned: { day: Day; time: ClockTime } | null
  heldOn: Day | null
  endedOn: Day | null
  record: RecordStanding
  moves: readonly Move[]
}

/** The parts of the list, in the order in which they ask for attention. */
export const groups = ['toAnswer', 'planned', 'waiting', 'held', 'refused', 'ended'] as const
export type Group = (typeof groups)[number]

/** Returns under which heading a one-to-one stands. */
export function groupOf({ state, party, invitedBy }: Pick<TalkShown, 'state' | 'party' | 'invitedBy'>): Group {
  if (state === 'invited') return invitedBy === party ? 'waiting' : 'toAnswer'
  if (state === 'declined') return 'refused'
  return state === 'withdrawn' || state === 'expired' ? 'ended' : state
}

/** Talks of one kind that a page shows at most; a search finds the others. @source our own choice: what one scrolls through on a phone */
export const mostInGroup = 30

/** One part of the list: some talks, and how many there are in all. */
export type GroupShown = { group: Group; talks: TalkShown[]; all: number }

/** Returns the list in its parts, those with anything in them; planned talks by time, others as they come. */
export function inGroups(talks: readonly TalkShown[]): GroupShown[] {
  const shown = groups.map(group => {
    const those = talks.filter(talk => groupOf(talk) === group)
    if (group === 'planned') those.sort((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1))
    return { group, talks: those.slice(0, mostInGroup), all: those.length }
  })
  return shown.filter(({ all }) => all > 0)
}

const momentOf = ({ planned, id }: TalkShown) => `${planned?.day} ${planned?.time} ${id}`

/** Characters of a name to search for. @source our own choice: longer than any name */
export const longestSearch = 80

/** Decides whether a name is meant by what somebody typed: every word of it begins a word of the name, accents aside. */
export function isMeant(name: string, typed: string): boolean {
  const words = plain(name).split(/[\s-]+/)
  return plain(typed)
    .split(/\s+/)
    .every(part => words.some(word => word.startsWith(part)))
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** A colleague to invite or to ask; what is open with them already leads there. */
export type Choice = { id: string; name: string; team: string; openId: string | null }

/** Whom somebody can invite, of those whose name was typed, and whom they can ask. */
export type Choices = { led: Choice[]; ledAll: number; leads: Choice[] }
