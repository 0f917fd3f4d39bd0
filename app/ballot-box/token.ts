import { type Bytes, concat, hex, sha256, utf8 } from './bytes'

/** Bytes of chance that RFC 9474 puts before the message. @source RFC 9474, section 4.1 */
export const prefixBytes = 32

/** Bytes of chance inside the message. @source anonymity.md §3 M1 */
export const nonceBytes = 32

/** Hours. A younger token could be matched to its drawing by someone watching the network. @source anonymity.md §7 */
export const youngTokenHours = 12

const kind = 'pulse-token/v1'
const name = '[A-Za-z0-9_-]{1,64}'
const structure = new RegExp(`^pulse-token/v1\\|(${name})\\|(${name})\\|$`)

/** Where a token may be used: one round, one reporting unit. */
export type TokenPlace = { round: string; unit: string }

/** Returns whether a text can name a round or a unit inside a token. */
export function isName(text: string): boolean {
  return new RegExp(`^${name}$`).test(text)
}

/** Writes the message that becomes a token once it is prepared and signed. */
export function tokenMessage(round: string, unit: string, nonce: Uint8Array): Bytes {
  if (!isName(round) || !isName(unit) || nonce.length !== nonceBytes) throw new Error('not a token message')
  return concat(utf8(`${kind}|${round}|${unit}|`), nonce)
}

/** Reads where a token belongs, or nothing when its bytes have another structure. */
export function readToken(input: Uint8Array): TokenPlace | undefined {
  const text = String.fromCharCode(...input.subarray(prefixBytes, -nonceBytes))
  const found = input.length > prefixBytes + nonceBytes ? structure.exec(text) : null
  return found ? { round: found[1]!, unit: found[2]! } : undefined
}

/** Returns the value that makes a second ballot with the same token recognisable. */
export function nullifierOf(input: Bytes): Promise<Bytes> {
  return sha256(input)
}

/** Returns the receipt of a sealed ballot: it finds the ballot in the public list and opens nothing. */
export async function receiptOf(sealed: Uint8Array): Promise<string> {
  return hex(await sha256(concat(Uint8Array.of(0), sealed)))
}

/** Returns whether a token is so young that sending a ballot now could be matched to its drawing. */
export function isYoung(drawnAt: Date, at: Date): boolean {
  return at.getTime() - drawnAt.getTime() < youngTokenHours * 3_600_000
}
