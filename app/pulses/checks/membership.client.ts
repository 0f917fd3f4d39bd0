import { fetchManifest, findInLedger, reach, Stop, Unreachable } from '~/ballot-box/announced.client'
import { openTokenStore } from '~/ballot-box/token-store.client'
import { isOnList, type MembershipProof } from './membership'

/** What a device found when it looked for its owner on a list; `differs` must never happen. */
export type ListFinding = 'found' | 'notFound' | 'differs' | 'unreachable'

/** What a signed-in page tells about a round. */
type Asked = { round: string; manifestSha256: string }

/**
 * Looks for the person who is signed in on the list of their unit, in this browser: under the manifest that everyone
 * has, as the public ledger shows. The server only hands over their own proof.
 */
export async function lookForOneself(asked: Asked): Promise<ListFinding> {
  const ask: typeof fetch = (...request) => fetch(...request)
  try {
    const manifest = await fetchManifest({ ...asked, fetch: ask })
    await findInLedger({ manifest, manifestSha256: asked.manifestSha256 }, await openTokenStore(), ask)
    const answer = await reach(ask(`/app/pulse/${asked.round}/membership`, { redirect: 'error', cache: 'no-store' }))
    if (answer.status === 404) return 'notFound'
    if (!answer.ok) return 'unreachable'
    const proof: MembershipProof = await reach(answer.json())
    return (await isOnList(proof, manifest)) ? 'found' : 'notFound'
  } catch (fault) {
    if (fault instanceof Stop) return 'differs'
    if (fault instanceof Unreachable) return 'unreachable'
    return 'unreachable'
  }
}
