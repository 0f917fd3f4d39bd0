import { barriers } from 'surveys/five-barriers/v1'
import { type Day, isDay } from '~/calendar'
import { type Party, parties } from '../one-to-ones/rules'
import type { Place } from '../sealing/sealed'

// What stands in a record. These words are only ever open in the browsers of those who may read them.

/** What a one-to-one may have been about. @source conversations.md, "May be recorded" */
export const topics = [...barriers, 'training', 'roleWish', 'workload', 'idea', 'other'] as const
export type Topic = (typeof topics)[number]

/** Who does what was agreed. */
export const actionOwners = [...parties, 'management'] as const satisfies readonly (Party | 'management')[]
export type ActionOwner = (typeof actionOwners)[number]

/** Characters and rows that fit. @source our own choice: a page of text, and no more agreements than two people keep */
export const most = { text: 4000, own: 2000, objection: 1000, action: 200, actions: 10 } as const

/** Something that was agreed; a day is empty while nobody named one. */
export type ActionWritten = { owner: ActionOwner; text: string; dueOn: Day | ''; doneOn: Day | '' }

/** What both write. */
export type SharedWords = { topics: Topic[]; text: string; actions: ActionWritten[] }

/** Which words of a record. */
export type RecordPart = Exclude<Place['part'], 'plan'>

/** A record before anybody wrote in it. */
export const nothingWritten: SharedWords = { topics: [], text: '', actions: [] }

/**
 * Returns the place that words are sealed for. The employee's own words and objection belong to the record, whichever
 * version they stand beside: they go along when the other begins a new one.
 */
export const placeOf = (conversationId: string, part: RecordPart, version: number): Place => ({
  thingId: conversationId,
  part,
  version: part === 'shared' ? version : 0,
})

/** Reads what was opened. Whoever sealed it may have had another program: what does not fit is left out. */
export function asShared(opened: unknown): SharedWords | undefined {
  if (!isObject(opened)) return undefined
  const { topics: chosen, text, actions } = opened
  return {
    topics: Array.isArray(chosen) ? topics.filter(topic => chosen.includes(topic)) : [],
    text: asText(text),
    actions: Array.isArray(actions) ? actions.filter(isObject).map(asAction) : [],
  }
}

/** Reads what was opened as one text. */
export const asText = (opened: unknown): string => (typeof opened === 'string' ? opened : '')

const isObject = (opened: unknown): opened is Record<string, unknown> => typeof opened === 'object' && opened !== null

function asAction({ owner, text, dueOn, doneOn }: Record<string, unknown>): ActionWritten {
  const known = actionOwners.find(one => one === owner) ?? 'management'
  return { owner: known, text: asText(text), dueOn: asDay(dueOn), doneOn: asDay(doneOn) }
}

const asDay = (opened: unknown): Day | '' => (typeof opened === 'string' && isDay(opened) ? opened : '')

/** What somebody typed: what both write, the day to come back to it and, for the employee, their own words. */
export type Typed = { shared: SharedWords; followUpOn: Day | ''; own?: string }

/** What is wrong with what was typed, by field: `text`, `own`, `actions`, `actions.2.text`. */
export type TypedProblems = Record<string, { because: 'tooLong'; over: number } | { because: 'required' | 'tooMany' }>

/** Finds everything that keeps a record from being saved. */
export function problemsIn({ shared, own = '' }: Typed): TypedProblems {
  const fields: [string, string, number][] = [
    ['text', shared.text, most.text],
    ['own', own, most.own],
    ...shared.actions.map(({ text }, row): [string, string, number] => [`actions.${row}.text`, text, most.action]),
  ]
  const long = fields
    .filter(([, text, limit]) => text.length > limit)
    .map(([name, text, limit]) => [name, { because: 'tooLong', over: text.length - limit }] as const)
  const empty = shared.actions.flatMap(({ text }, row) =>
    text.trim() === '' ? [[`actions.${row}.text`, { because: 'required' }] as const] : [],
  )
  const many = shared.actions.length > most.actions ? [['actions', { because: 'tooMany' }] as const] : []
  return Object.fromEntries([...long, ...empty, ...many])
}
