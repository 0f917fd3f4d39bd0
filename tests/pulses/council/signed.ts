import type { CouncilKeys } from '~/pulses/council/file'
import { receiptsHash, signedCount } from '~/pulses/council/submission'
import { receiptsOf } from '~/pulses/receipts.server'
import type { Tally } from '~/pulses/tally'

/** Signs a count as one of all ballots that lie in the box. */
export async function signedHere(tally: Tally, keys: CouncilKeys) {
  return signedCount({ tally, receipts: await receiptsHash(await receiptsOf(keys.round)) }, keys)
}
