import { and, eq, notInArray } from 'drizzle-orm'
import { barriers } from 'surveys/five-barriers/v1'
import { type Db, selfCheckAnswers, selfChecks, transact } from '#db'
import { refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import type { Person } from '~/people/rules'
import { todayHere } from '~/pulses/rounds/store.server'
import { findRound, type RoundListed } from '~/pulses/store.server'
import {
  handInSelfCheck,
  mayStand,
  mergeLine,
  onlyAsked,
  type SelfCheckPart,
  sealedText,
  selfCheckLines,
  type Written,
  writeSelfCheck,
} from './rules'
import { handedInOf, keptOf } from './store.server'

type LineSaved = { itemId: string; seen: Written; mine: Written }

/** Keeps one line, together with what somebody else wrote on it meanwhile; where the two clash nothing is written over. */
export function saveLine(roundId: string, { itemId, seen, mine }: LineSaved, by: Pick<Person, 'id'>) {
  return transact(async tx => {
    const round = await findRound(roundId, tx)
    const line = round && selfCheckLines(round.asks).find(one => one.itemId === itemId)
    if (!round || !line) return refuse('noSuchRound')
    const writing = writeSelfCheck(await withHandedIn(tx, round))
    if (!writing.ok) return writing
    const { written } = await keptOf(roundId, tx)
    const merged = mergeLine(seen, written[itemId] ?? {}, onlyOf(line.parts, mine))
    if (!merged.ok) return merged
    for (const part of line.parts) {
      const value = merged.value[part]
      if (value === undefined || value === written[itemId]?.[part]) continue
      const row = { value, changedBy: by.id }
      await tx
        .insert(selfCheckAnswers)
        .values({ roundId, part, itemId, ...row })
        .onConflictDoUpdate({
          target: [selfCheckAnswers.roundId, selfCheckAnswers.part, selfCheckAnswers.itemId],
          set: row,
        })
    }
    return merged
  })
}

const onlyOf = (parts: readonly SelfCheckPart[], mine: Written): Written =>
  Object.fromEntries(
    parts.flatMap(part => (mine[part] !== undefined && mayStand(part, mine[part]) ? [[part, mine[part]]] : [])),
  )

/**
 * Hands in the answers, once and for good: their salted hash goes into the ledger with them.
 * @param seen the text as it was read last, so that nobody hands in what somebody else changed meanwhile
 */
export function recordHandedIn(roundId: string, seen: string, { by, at }: { by: Pick<Person, 'id'>; at: Date }) {
  return transact(async tx => {
    const round = await findRound(roundId, tx)
    if (!round || round.asks === 'pulse') return refuse('noSuchRound')
    const lines = selfCheckLines(round.asks)
    const written = onlyAsked(lines, (await keptOf(roundId, tx)).written)
    const text = sealedText(roundId, written)
    const decision = handInSelfCheck(await withHandedIn(tx, round), { lines, written, seen, text })
    if (!decision.ok) return decision
    await dropUnasked(tx, round)
    const seq = await append(
      tx,
      { type: 'self_check.handed_in', data: { round: roundId }, words: { answers: text } },
      at,
    )
    await tx.insert(selfChecks).values({ roundId, handedInBy: by.id, handedInOn: todayHere(at), seq })
    return decision
  })
}

/** A round may have asked for a mirror at first; what was written for that is neither shown nor handed in. */
async function dropUnasked(tx: Db, { id, asks }: RoundListed) {
  if (asks !== 'check') return
  const answers = and(eq(selfCheckAnswers.roundId, id), notInArray(selfCheckAnswers.itemId, [...barriers]))
  await tx.delete(selfCheckAnswers).where(answers)
}

const withHandedIn = async (tx: Db, { id, state, asks }: RoundListed) => ({
  state,
  asks,
  isHandedIn: (await handedInOf(id, tx)) !== undefined,
})
