import { type Bytes, concat, fromBase64url, sha256, toBase64url, utf8 } from '~/ballot-box/bytes'
import type { Manifest } from '~/ballot-box/manifest'
import { rootOverLeaf } from '~/ledger/round-proof-signatures'

/** What one person needs to find themself on a list; only they get it, and it names nobody else. */
export type MembershipProof = {
  round: string
  unit: string
  person: string
  /** Base64url; without it a list could be searched by trying out names. */
  salt: string
  place: number
  path: string[]
}

/** What somebody put in a list: their salt and who they are. */
export const memberLeaf = (salt: Uint8Array, personId: string): Bytes => concat(salt, utf8(personId))

/** Decides whether the list whose number stands in the manifest holds this person, in this unit. */
export async function isOnList(proof: MembershipProof, manifest: Manifest): Promise<boolean> {
  const unit = manifest.units.find(({ id }) => id === proof.unit)
  if (!unit || manifest.round !== proof.round) return false
  try {
    const leaf = await sha256(memberLeaf(fromBase64url(proof.salt), proof.person))
    const root = await rootOverLeaf(leaf, proof.place, unit.roster, proof.path)
    return root !== undefined && toBase64url(root) === unit.members_root
  } catch {
    // What cannot be read proves nothing.
    return false
  }
}
