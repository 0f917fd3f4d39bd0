import { createHash } from 'node:crypto'

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Returns the hash of one leaf of a Merkle tree. @source RFC 6962, section 2.1 */
export const leafHash = (bytes: Uint8Array): Buffer => sha256(Uint8Array.of(0), bytes)

const nodeHash = (left: Uint8Array, right: Uint8Array) => sha256(Uint8Array.of(1), left, right)

/** Returns the root over leaf hashes: one number that no leaf can change without changing it. @source RFC 6962, section 2.1 */
export function treeRoot(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return sha256()
  if (leaves.length === 1) return Buffer.from(leaves[0]!)
  let half = 1
  while (half * 2 < leaves.length) half *= 2
  return nodeHash(treeRoot(leaves.slice(0, half)), treeRoot(leaves.slice(half)))
}

/** The roots of the full subtrees of a tree, the largest first: at most one per bit of its size, and all that growing needs. */
export type Edge = readonly Uint8Array[]

/** Returns the edge after one more leaf; the work does not grow with the tree. */
export function growEdge(edge: Edge, size: number, leaf: Uint8Array): Edge {
  const kept = [...edge]
  let carried = leaf
  for (let n = size; n % 2 === 1; n = (n - 1) / 2) carried = nodeHash(kept.pop()!, carried)
  return [...kept, carried]
}

/** Returns the root of the tree that an edge belongs to. */
export function edgeRoot(edge: Edge): Buffer {
  return edge.length === 0 ? sha256() : Buffer.from(edge.reduceRight((right, left) => nodeHash(left, right)))
}

/** Returns the hashes that lead from one leaf to the root, from below. @source RFC 6962, section 2.1.1 */
export function inclusionProof(leaves: readonly Uint8Array[], place: number): Buffer[] {
  if (leaves.length <= 1) return []
  let half = 1
  while (half * 2 < leaves.length) half *= 2
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)]
  return place < half
    ? [...inclusionProof(left, place), treeRoot(right)]
    : [...inclusionProof(right, place - half), treeRoot(left)]
}

/** Returns the root that a leaf and its proof lead to; nothing when the proof has the wrong length. @source RFC 9162, section 2.1.3.2 */
export function rootFromProof(leaf: Uint8Array, place: number, size: number, proof: Uint8Array[]): Buffer | undefined {
  let root: Buffer = Buffer.from(leaf)
  let [here, last] = [place, size - 1]
  if (place >= size) return undefined
  for (const other of proof) {
    if (last === 0) return undefined
    const isRight = here % 2 === 1 || here === last
    root = isRight ? nodeHash(other, root) : nodeHash(root, other)
    while (isRight && here % 2 === 0 && here > 0) [here, last] = [here / 2, Math.floor(last / 2)]
    ;[here, last] = [Math.floor(here / 2), Math.floor(last / 2)]
  }
  return last === 0 ? root : undefined
}
