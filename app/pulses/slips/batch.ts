import { fromBase64url } from '~/ballot-box/bytes'

/** The slips of one unit as they come from the browser that made them. */
export type SlipBatch = { unitId: string; hashes: Uint8Array[] }

/** Reads the body with which a browser makes the codes of a unit known: their hashes, and nothing else. */
export function hashesOf(body: string): SlipBatch | undefined {
  try {
    const { unit, hashes, ...more } = JSON.parse(body) as Record<string, unknown>
    if (!isUnit(unit) || !Array.isArray(hashes) || Object.keys(more).length > 0) return undefined
    return hashes.every(isHash) ? { unitId: unit, hashes: hashes.map(fromBase64url) } : undefined
  } catch {
    return undefined
  }
}

/** Units have short names; the character of nothing stands in none, and PostgreSQL refuses it. */
const isUnit = (unit: unknown): unit is string => typeof unit === 'string' && /^[^\0]{1,64}$/.test(unit)
const isHash = (hash: unknown): hash is string => typeof hash === 'string' && /^[A-Za-z0-9_-]{43}$/.test(hash)
