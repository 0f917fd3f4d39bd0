import { fromBase64url, hex, sha256 } from '~/ballot-box/bytes'
import { allow, type Decision, refuse } from '~/decision'
import {
  checkEntryProof,
  checkRoundProof,
  type Held,
  type ProofRefusal,
  type ProvenRound,
  type RoundProof,
  type SeenLedger,
} from '~/ledger/round-proof'
import type { PublicHalves } from './file'

/** What a browser fetches to find a round of the council's in the ledger: the proof of its opening, and the log. */
export type LedgerFiles = { proof: string; log: string }
type Found = Promise<Decision<ProvenRound, 'otherKey' | ProofRefusal>>

/**
 * Decides whether the ledger announced this very manifest, and this key as the council's. A server that showed the
 * council other keys than everybody else could stuff the box with tokens of its own. The opening of the round is proven
 * under a signed checkpoint that fits what this browser saw before; that the key is the council's is read in the log as
 * it is served, and proven to whoever checks the whole ledger.
 */
export async function checkAnnounced(
  { proof, log }: LedgerFiles,
  held: Held,
  signingKey: string,
  seen?: SeenLedger,
): Found {
  const found = await checkRoundProof(proof, held, seen)
  if (!found.ok) return found
  return heldIn(log, held.manifest.round)?.key === signingKey ? found : refuse('otherKey')
}

/** Decides whether the ballots of a round are sealed with the key in this file, and its count is to be signed with it. */
export async function checkHeldKey(
  { proof, log }: LedgerFiles,
  { round, boxKey, signingKey }: PublicHalves,
  seen?: SeenLedger,
): Found {
  const found = await checkEntryProof(proof, ({ entry, seq }) => isOpening(JSON.parse(entry), round, seq), seen)
  if (!found.ok) return found
  const key = `sha256:${hex(await sha256(fromBase64url(boxKey)))}`
  const opened = JSON.parse((JSON.parse(proof) as RoundProof).entry).data
  const held = heldIn(log, round)
  const isOurs = opened.box_key === key && held?.box_key === key && held.key === signingKey
  return isOurs ? allow(found.value) : refuse('otherKey')
}

type Entry = { type: string; seq: number; data: Record<string, unknown> }

const isOpening = ({ type, seq, data }: Entry, round: string, place: number) =>
  type === 'round.opened' && seq === place && data.round === round

/** Returns what the log says of the key of a round that the council holds. */
function heldIn(log: string, round: string) {
  const about = log.split('\n').filter(line => line.includes(`"round":"${round}"`))
  const entries = about.map(line => JSON.parse(line) as Entry)
  return entries.find(({ type, data }) => type === 'box_key.held' && data.round === round)?.data
}
