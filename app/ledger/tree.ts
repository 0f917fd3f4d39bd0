import { createHash } from 'node:crypto'

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Returns the hash of one leaf of a Merkle tree. @source RFC 6962, section 2.1 */
export const leafHash = (bytes: Uint8Array): Buffer => sha256(Uint8Array.of(0), bytes)

/** Returns the root over leaf hashes: one number that no leaf can change without changing it. @source RFC 6962, section 2.1 */
export function treeRoot(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return sha256()
  if (leaves.length === 1) return Buffer.from(leaves[0]!)
  let half = 1
  while (half * 2 < leaves.length) half *= 2
  return sha256(Uint8Array.of(1), treeRoot(leaves.slice(0, half)), treeRoot(leaves.slice(half)))
}
