import { openPlan } from '../plan/seal-plan.client'
import type { PlanWords } from '../plan/words'
import { type OpenedRecord, openRecord } from '../record/opening.client'
import type { Everything, OwnRecord } from './shown'

/** A record of one's own with its words; without `opened` the key did not fit. */
export type RecordInHand = { record: OwnRecord; opened?: OpenedRecord }
/** Everything that was sealed, opened. */
export type InHand = { records: RecordInHand[]; plan?: PlanWords }

/** Opens all that is somebody's own. Nothing of it leaves this browser. */
export async function openAll({ records, plan, personId }: Everything, opener: CryptoKey): Promise<InHand> {
  const opened = records.map(async record => {
    const me = { id: personId, wrapped: record.wrapped }
    return { record, opened: await openRecord({ ...record, me }, opener) }
  })
  return {
    records: await Promise.all(opened),
    plan: plan ? await openPlan(opener, plan, personId) : undefined,
  }
}
