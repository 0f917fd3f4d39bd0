import type { LedgerEvent } from '~/ledger/entries'

// What the ledger says about a round whose ballots only the works council can open.

/** Says to which key the ballots of a round are sealed, that the works council holds it, and with which key it signs the count. */
export const boxKeyHeld = (round: string, boxKeySha256: string, signingKey: string): LedgerEvent => {
  const box_key = `sha256:${Buffer.from(boxKeySha256, 'base64url').toString('hex')}`
  return { type: 'box_key.held', data: { round, box_key, key: signingKey, by: 'worksCouncil' } }
}

type Counted = { round: string; results: string; receipts: string; signature: string }

/**
 * Says which figures the works council counted, and from which ballots; its signature proves that both came from the
 * holder of the key.
 */
export const tallySubmitted = (data: Counted): LedgerEvent => ({ type: 'tally.submitted', data })
