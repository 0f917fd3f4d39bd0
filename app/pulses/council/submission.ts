import { hex, sha256, utf8 } from '~/ballot-box/bytes'
import { canonical } from '~/ballot-box/canonical'
import { mayBeShown } from '../disclosure/rules'
import { figureRows, heldRows } from '../published'
import type { Tally } from '../tally'
import type { CouncilKeys } from './file'

/** What the council hands in: the count and nothing else, signed twice. Signatures are base64. */
export type Submission = {
  tally: Tally
  /** The hash of the receipts of all ballots that the council had before it, as the ledger writes it. */
  receipts: string
  /** Under the hash of the figures and that of the receipts; it goes into the ledger, for anybody to check. */
  signature: string
  /** Under everything that is handed in, the comments included. */
  wholeSignature: string
}

/** What a council found: the count, and the hash of the receipts of all ballots it had. */
export type CountFound = Pick<Submission, 'tally' | 'receipts'>

/** Writes the figures of a count as anybody can write them again from what is published. */
export function figuresText(round: string, { cells, held, ballotsPerCell, counted, rejected }: Tally): string {
  const turnout = ballotsPerCell.map(({ cellId, ballots }) => ({ cell: cellId, ballots }))
  const shown = mayBeShown(counted) ? { counted } : {}
  return canonical({ round, figures: figureRows(cells), held: heldRows(held), turnout, ...shown, rejected })
}

/** Returns the hash of the figures as the ledger writes it. */
export const figuresHash = async (round: string, tally: Tally): Promise<string> =>
  `sha256:${hex(await sha256(utf8(figuresText(round, tally))))}`

/**
 * Returns the hash of a list of receipts as the ledger writes it. A ballot that was kept from the council is not in its
 * list: then the list that is published later has another hash.
 */
export const receiptsHash = async (receipts: readonly string[]): Promise<string> => {
  const list = [...receipts].sort().map(receipt => `${receipt}\n`)
  return `sha256:${hex(await sha256(utf8(list.join(''))))}`
}

/** Writes what the council signs for the ledger. */
export const countText = (round: string, results: string, receipts: string): string =>
  `inspraak-council-count/v1\n${round}\n${results}\n${receipts}\n`

/** Writes what the council signs for the server: the whole of what it hands in. */
export const wholeText = (round: string, { tally, receipts }: CountFound): string =>
  `inspraak-council-submission/v1\n${round}\n${receipts}\n${canonical(JSON.parse(JSON.stringify(tally)))}\n`

/** Signs a count with the council's key. */
export async function signedCount(found: CountFound, { round, signer }: CouncilKeys): Promise<Submission> {
  const { tally, receipts } = found
  const sign = async (text: string) =>
    btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.sign('Ed25519', signer, utf8(text)))))
  return {
    ...{ tally, receipts },
    signature: await sign(countText(round, await figuresHash(round, tally), receipts)),
    wholeSignature: await sign(wholeText(round, found)),
  }
}
