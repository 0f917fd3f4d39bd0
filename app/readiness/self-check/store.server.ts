import { and, eq } from 'drizzle-orm'
import { type Db, db, persons, selfCheckAnswers, selfChecks } from '#db'
import type { Seal } from '~/ledger/seal'
import { sealOf } from '~/ledger/seal.server'
import { findRound } from '~/pulses/store.server'
import {
  type AllWritten,
  type ChangedBy,
  onlyAsked,
  sealedText,
  selfCheckLines,
  selfCheckParts,
  type Written,
} from './rules'

type Kept = { written: AllWritten; changedBy: ChangedBy }

/** Finds what management writes before a round: what is asked, what stands there, who changed it last, and whether it was handed in. */
export async function findSelfCheck(roundId: string) {
  const round = await findRound(roundId)
  if (!round || round.asks === 'pulse') return undefined
  const { id, number, state, asks, opensOn } = round
  const kept = await keptOf(roundId)
  const handedIn = await handedInOf(roundId)
  const lines = selfCheckLines(asks)
  const written = onlyAsked(lines, kept.written)
  return {
    round: { id, number, state, asks, opensOn },
    lines,
    written,
    changedBy: kept.changedBy,
    text: sealedText(roundId, written),
    handedInOn: handedIn?.handedInOn,
  }
}

/** Returns the rounds of these for which management has handed in. */
export async function handedInRounds(from: Db = db): Promise<ReadonlySet<string>> {
  const rows = await from.select({ roundId: selfChecks.roundId }).from(selfChecks)
  return new Set(rows.map(({ roundId }) => roundId))
}

/** Returns what management handed in, held against the ledger; nothing when it did not. Only for a round that is published. */
export async function findHandedIn(roundId: string): Promise<HandedIn | undefined> {
  const handedIn = await handedInOf(roundId)
  if (!handedIn) return undefined
  const { written } = await keptOf(roundId)
  const seal = await sealOf(handedIn.seq, 'answers', sealedText(roundId, written))
  return { written, seal }
}

export type HandedIn = { written: AllWritten; seal: Seal }

/** Finds when a round's answers were handed in, and where that stands in the ledger. */
export async function handedInOf(roundId: string, from: Db = db) {
  const [row] = await from.select().from(selfChecks).where(eq(selfChecks.roundId, roundId))
  return row
}

/** Returns all that is written for a round, also what it no longer asks. */
export async function keptOf(roundId: string, from: Db = db): Promise<Kept> {
  const rows = await from
    .select({ line: selfCheckAnswers, name: persons.givenName })
    .from(selfCheckAnswers)
    .innerJoin(persons, and(eq(persons.id, selfCheckAnswers.changedBy), eq(selfCheckAnswers.roundId, roundId)))
  const written: Record<string, Written> = {}
  const changedBy: Record<string, ChangedBy[string]> = {}
  for (const { line, name } of rows) {
    const part = selfCheckParts.find(one => one === line.part)
    if (!part) continue
    written[line.itemId] = { ...written[line.itemId], [part]: line.value }
    changedBy[line.itemId] = { ...changedBy[line.itemId], [part]: name }
  }
  return { written, changedBy }
}
