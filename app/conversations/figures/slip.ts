import { type Bytes, fromBase64url } from '~/ballot-box/bytes'
import { sealedBytes } from '~/ballot-box/unseal'

/** Bytes of the name of a slip. @source NIST SP 800-57 part 1 rev. 5, table 2: nobody meets 128 bits by chance */
export const slipNameBytes = 16

/** A slip as the browser sends it: its name, and what it says under seal. */
export type Slip = { name: Bytes; sealed: Bytes }

/** Reads a slip as it was sent; nothing when it is none. */
export function readSlip(sent: string): Slip | undefined {
  try {
    const [name, sealed, ...more] = sent.split('.').map(fromBase64url)
    if (more.length > 0 || name?.length !== slipNameBytes || sealed?.length !== sealedBytes) return undefined
    return { name, sealed }
  } catch {
    return undefined
  }
}
