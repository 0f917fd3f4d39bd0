import { z } from 'zod'
import { fromBase64url } from '~/ballot-box/bytes'

/** Hashes in one batch: far more than the largest unit has people. */
const mostHashes = 10_000

const batchForm = z.strictObject({
  unit: z.string().min(1).max(64),
  hashes: z
    .array(z.string().regex(/^[A-Za-z0-9_-]{43}$/))
    .min(1)
    .max(mostHashes),
})

/** Reads the body with which a browser makes the codes of a unit known: their hashes, and nothing else. */
export function hashesOf(body: string): { unitId: string; hashes: Uint8Array[] } | undefined {
  try {
    const { unit, hashes } = batchForm.parse(JSON.parse(body))
    return { unitId: unit, hashes: hashes.map(fromBase64url) }
  } catch {
    return undefined
  }
}
