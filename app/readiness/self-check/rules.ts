import { barriers } from 'surveys/five-barriers/v1'
import { isAnswer } from 'surveys/scoring'
import { selfCheck } from 'surveys/self-check/v1'
import { canonical } from '~/ballot-box/canonical'
import { allow, type Decision, refuse } from '~/decision'
import { promisers, responders } from '~/people/rules'
import type { RoundKind } from '~/pulses/drafting/rules'
import type { RoundState } from '~/pulses/rules'

/** What management writes of each statement: its own answer, and how many of ten colleagues it expects to agree. */
export const selfCheckParts = ['answer', 'expectation'] as const
export type SelfCheckPart = (typeof selfCheckParts)[number]

/** Who writes the answers together: whoever answers in public for the organisation. */
export const selfCheckWriters = responders

/** Who hands them in: only management speaks for management. */
export const selfCheckSigners = promisers

/** Stands in the place of an answer when management says that it does not know. @source our own choice: below every step of the scale */
export const notKnown = 0

/** Colleagues; an expectation is so many of these. @source instruments.md, section 3a-bis */
export const outOf = 10

/** Everything somebody can expect, from nobody to everybody. */
export const expectable: readonly number[] = Array.from({ length: outOf + 1 }, (_, ofTen) => ofTen)

/** One line of the self-check: a statement, or a barrier, about which there is only something to expect. */
export type SelfCheckLine = { itemId: string; parts: readonly SelfCheckPart[] }

/** What is written on one line so far. */
export type Written = Partial<Record<SelfCheckPart, number>>

/** Returns what management answers and expects before a round, in the order in which it is asked; nothing for a pulse. */
export function selfCheckLines(asks: RoundKind): SelfCheckLine[] {
  if (asks === 'pulse') return []
  const expected = barriers.map((itemId): SelfCheckLine => ({ itemId, parts: ['expectation'] }))
  if (asks === 'check') return expected
  return [...selfCheck.items.map((item): SelfCheckLine => ({ itemId: item.id, parts: selfCheckParts })), ...expected]
}

/** Tells whether a value can stand in this part of a line. */
export function mayStand(part: SelfCheckPart, value: number): boolean {
  if (part === 'answer') return value === notKnown || isAnswer('agree5', value)
  return Number.isInteger(value) && 0 <= value && value <= outOf
}

/**
 * Puts together what two people wrote on one line at once. What only one of them changed is kept; where both did, and
 * differ, nothing is written over: the second one sees first what stands there now.
 *
 * @param seen what stood there when the writer began; @param stored what stands there now; @param mine what they wrote
 */
export function mergeLine(seen: Written, stored: Written, mine: Written): Decision<Written, 'changedMeanwhile'> {
  const merged: Written = { ...stored }
  for (const part of selfCheckParts) {
    const wish = mine[part]
    if (wish === undefined || wish === seen[part] || wish === stored[part]) continue
    if (stored[part] !== seen[part]) return refuse('changedMeanwhile')
    merged[part] = wish
  }
  return allow(merged)
}

type CheckRound = { state: RoundState; asks: RoundKind; isHandedIn: boolean }
export type WriteRefusal = 'selfCheckNotAsked' | 'selfCheckHandedIn' | 'selfCheckTooLate'

/** Decides whether management may still write: until it hands in, and never once staff can answer. */
export function writeSelfCheck({ state, asks, isHandedIn }: CheckRound): Decision<'writing', WriteRefusal> {
  if (asks === 'pulse') return refuse('selfCheckNotAsked')
  if (isHandedIn) return refuse('selfCheckHandedIn')
  return isBeforeAnswers(state) ? allow('writing') : refuse('selfCheckTooLate')
}

/** Tells whether nobody can have answered yet. */
export const isBeforeAnswers = (state: RoundState) => state === 'draft' || state === 'issuing'

export type HandInRefusal = WriteRefusal | 'selfCheckIncomplete' | 'selfCheckChanged'

/** Decides whether the answers can be handed in: all of them, once, and as they were read last. */
export function handInSelfCheck(
  round: CheckRound,
  { lines, written, seen, text }: { lines: readonly SelfCheckLine[]; written: AllWritten; seen: string; text: string },
): Decision<'handedIn', HandInRefusal> {
  const writing = writeSelfCheck(round)
  if (!writing.ok) return writing
  if (missingLines(lines, written).length > 0) return refuse('selfCheckIncomplete')
  return seen === text ? allow('handedIn') : refuse('selfCheckChanged')
}

/** All that is written, by statement or barrier. */
export type AllWritten = Readonly<Record<string, Written>>

/** Who wrote each part last, by their given name; for those who write together. */
export type ChangedBy = Readonly<Record<string, Partial<Record<SelfCheckPart, string>>>>

/** Returns the lines on which something is still missing. */
export function missingLines(lines: readonly SelfCheckLine[], written: AllWritten): SelfCheckLine[] {
  return lines.filter(({ itemId, parts }) => parts.some(part => written[itemId]?.[part] === undefined))
}

/** Leaves out what was written when the round still asked something else. */
export function onlyAsked(lines: readonly SelfCheckLine[], written: AllWritten): AllWritten {
  const asked = (itemId: string) => lines.find(line => line.itemId === itemId)?.parts ?? []
  return Object.fromEntries(
    Object.entries(written).map(([itemId, line]) => [
      itemId,
      Object.fromEntries(asked(itemId).flatMap(part => (line[part] === undefined ? [] : [[part, line[part]]]))),
    ]),
  )
}

/** Writes the answers as the one text whose salted hash stands in the ledger: whoever changes one of them changes it. */
export function sealedText(round: string, written: AllWritten): string {
  const of = (part: SelfCheckPart) =>
    Object.fromEntries(
      Object.entries(written).flatMap(([itemId, line]) => (line[part] === undefined ? [] : [[itemId, line[part]]])),
    )
  return canonical({ round, answer: of('answer'), expectation: of('expectation') })
}
