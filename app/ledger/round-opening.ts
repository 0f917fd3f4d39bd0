import { fromBase64url, hex, sha256 } from '~/ballot-box/bytes'
import { canonical } from '~/ballot-box/canonical'
import type { Manifest } from '~/ballot-box/manifest'

/** The manifest that a device has, and the base64url hash that it found for it. */
export type Held = { manifest: Manifest; manifestSha256: string }

/** Compares the entry with what it would say about this manifest: its hash, the rules, every key and every roster. */
export async function isOpeningOf(
  { entry, seq }: { entry: string; seq: number },
  { manifest, manifestSha256 }: Held,
): Promise<boolean> {
  const { type, seq: place, data } = JSON.parse(entry)
  if (type !== 'round.opened' || place !== seq) return false
  const { round, rules, box_key_sha256 } = manifest
  const units = await Promise.all(
    manifest.units.map(async ({ id, roster, issue_key_spki }) => {
      return { id, roster, issue_key: named(await sha256(fromBase64url(issue_key_spki))) }
    }),
  )
  const hashes = { manifest: named(fromBase64url(manifestSha256)), box_key: named(fromBase64url(box_key_sha256)) }
  return canonical(data) === canonical({ round, rules, units, ...hashes })
}

const named = (hash: Uint8Array) => `sha256:${hex(hash)}`
