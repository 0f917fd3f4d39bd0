import { transact } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { adopted, markApplied, waitingDecisions } from '../votes/adopted.server'
import { bookIn } from './till.server'

/**
 * Commits the money of every expense that a group adopted, each once. Where too little is left the decision waits, and
 * is looked at again the next time; harmless to repeat.
 */
export async function applyExpenses(at: Date): Promise<void> {
  for (const { id } of await waitingDecisions(['expense'])) await applyExpense(id, at)
}

function applyExpense(proposalId: string, at: Date) {
  return transact(async tx => {
    const found = await adopted(tx, proposalId, 'expense')
    if (!found.ok || found.value.appliedOn !== null) return
    const { workgroupId, title, detail } = found.value
    const asked = { kind: 'commitment', cents: detail.cents ?? 0, adopted: true, proposalId } as const
    const booking = await bookIn(tx, workgroupId, { asked, by: 'group', what: title }, at)
    if (booking.ok) await markApplied(tx, proposalId, dayIn(config.timeZone, at))
  })
}
