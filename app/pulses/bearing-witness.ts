import { createHash } from 'node:crypto'
import type { Manifest } from '~/ballot-box/manifest'
import type { LedgerEvent } from '~/ledger/entries'
import type { Totals } from './published'
import type { VoidReason } from './rules'

// What the ledger says about rounds: hashes and counts that are public anyway, never a figure and never a person.

const ofBytes = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
const inHex = (hash: string) => `sha256:${Buffer.from(hash, 'base64url').toString('hex')}`

/** Says under which manifest, rules and keys tokens are issued; entered before the first one is. */
export function roundOpened(manifest: Manifest, manifestSha256: string): LedgerEvent {
  const units = manifest.units.map(({ id, roster, issue_key_spki }) => ({
    id,
    roster,
    issue_key: ofBytes(Buffer.from(issue_key_spki, 'base64url')),
  }))
  const { round, rules, box_key_sha256 } = manifest
  const hashes = { manifest: inHex(manifestSha256), box_key: inHex(box_key_sha256) }
  return { type: 'round.opened', data: { round, rules, units, ...hashes } }
}

/** Says that the works council confirmed the lists under this manifest. */
export const rosterApproved = (round: string, manifestSha256: string): LedgerEvent => ({
  type: 'roster.approved',
  data: { round, manifest: inHex(manifestSha256) },
})

/** Says that nobody can answer any more. */
export const roundClosed = (round: string): LedgerEvent => ({ type: 'round.closed', data: { round } })

/** Says that a round ended without a result, and why. */
export const roundVoid = (round: string, reason: VoidReason): LedgerEvent => ({
  type: 'round.void',
  data: { round, reason },
})

type Counted = { id: string; totals: string | null; resultsSha256: string | null; receiptsSha256: string | null }

/** Fixes the figures and the receipts of a round by their hashes: whoever changes one of them later is found out. */
export function resultsPublished({ id, totals, resultsSha256, receiptsSha256 }: Counted): LedgerEvent {
  const { roster, counted, rejected }: Totals = JSON.parse(totals!)
  const hashes = { results: inHex(resultsSha256!), receipts: inHex(receiptsSha256!) }
  return { type: 'results.published', data: { round: id, totals: { roster, counted, rejected }, ...hashes } }
}

/** Says what management answered; the words stand outside the log, tied to it by their hashes. */
export const responsePublished = (
  round: string,
  { heard, willDo, willNotDo }: { heard: string; willDo: string; willNotDo: string },
): LedgerEvent => ({
  type: 'response.published',
  data: { round },
  words: { heard, will_do: willDo, will_not_do: willNotDo },
})
