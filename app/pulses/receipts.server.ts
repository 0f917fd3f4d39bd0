import { ballotsOf, roundOf } from '~/ballot-box/store.server'
import { receiptOf } from '~/ballot-box/token'
import { ballotBox } from './ballot-box.server'

/** Returns the sorted receipts of a round: from its ballots, or from the list if the box was emptied before a fall. */
export async function receiptsOf(roundId: string): Promise<string[]> {
  const kept = roundOf(ballotBox(), roundId)?.receipts
  if (kept) return kept.split('\n').filter(Boolean)
  const receipts: string[] = []
  for (const { sealed } of ballotsOf(ballotBox(), roundId)) receipts.push(await receiptOf(sealed))
  return receipts.sort()
}
