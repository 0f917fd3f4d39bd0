import { keepToken, type SpentToken } from '../council-tokens.server'
import { type Box, sql } from '../open-box.server'

/** What a ballot may bring that is not part of it: the token it was cast with, and whether it came by slip. */
export type Beside = { token?: SpentToken; bySlip?: true }
type Cast = { nullifier: Uint8Array; round: string; unit: string } & Beside

/**
 * Keeps what comes with a ballot that was just accepted, in the same write: its token where the works council counts,
 * and of a slip only that one more of its unit was used, beside no ballot and no code.
 */
export function keepBeside(box: Box, ballot: Cast): 'accepted' {
  if (ballot.bySlip) sql(box, oneMore).run(ballot.round, ballot.unit)
  return keepToken(box, ballot)
}

const oneMore = `insert into slip_count values (?, ?, 1)
  on conflict (round_id, unit_id) do update set used = used + 1`

/** Returns how many slips of a round were used, per unit; units without any are absent. */
export function usedSlipsPerUnit(box: Box, round: string): Map<string, number> {
  const query = sql(box, 'select unit_id, used from slip_count where round_id = ?').raw()
  return new Map(query.all(round) as [string, number][])
}
