import { hex, sha256, utf8 } from '~/ballot-box/bytes'
import { canonical } from '~/ballot-box/canonical'
import type { CouncilKeys } from './council-file'
import { mayBeShown } from './disclosure'
import { figureRows, heldRows } from './published'
import type { Tally } from './tally'

/** What the council hands in: the count and nothing else, signed twice. Signatures are base64. */
export type Submission = {
  tally: Tally
  /** Under the hash of the figures; it goes into the ledger, and anybody can check it with the published figures. */
  signature: string
  /** Under everything that is handed in, the comments included. */
  wholeSignature: string
}

/** Writes the figures of a count as anybody can write them again from what is published. */
export function figuresText(round: string, { cells, held, ballotsPerCell, counted, rejected }: Tally): string {
  const turnout = ballotsPerCell.map(({ cellId, ballots }) => ({ cell: cellId, ballots }))
  const shown = mayBeShown(counted) ? { counted } : {}
  return canonical({ round, figures: figureRows(cells), held: heldRows(held), turnout, ...shown, rejected })
}

/** Returns the hash of the figures as the ledger writes it. */
export const figuresHash = async (round: string, tally: Tally): Promise<string> =>
  `sha256:${hex(await sha256(utf8(figuresText(round, tally))))}`

/** Writes what the council signs for the ledger. */
export const countText = (round: string, hash: string): string => `inspraak-council-count/v1\n${round}\n${hash}\n`

/** Writes what the council signs for the server: the whole of what it hands in. */
export const wholeText = (round: string, tally: Tally): string =>
  `inspraak-council-submission/v1\n${round}\n${canonical(JSON.parse(JSON.stringify(tally)))}\n`

/** Signs a count with the council's key. */
export async function signedCount(tally: Tally, { round, signer }: CouncilKeys): Promise<Submission> {
  const sign = async (text: string) =>
    btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.sign('Ed25519', signer, utf8(text)))))
  return {
    tally,
    signature: await sign(countText(round, await figuresHash(round, tally))),
    wholeSignature: await sign(wholeText(round, tally)),
  }
}
