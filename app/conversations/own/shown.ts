import type { Day } from '~/calendar'
import type { Holding } from '~/people/own/holdings'
import type { PlanStored } from '../plan/shown'
import type { RecordShown } from '../record/shown'
import type { StoredKey } from '../sealing/sealed'

/** A record of one's own as it is stored, with whom it was and when; every word of it still sealed. */
export type OwnRecord = Pick<RecordShown, 'conversationId' | 'agreed' | 'draft'> & {
  with: string
  heldOn: string | null
  wrapped: string | null
}

/** Everything an installation holds of somebody; what is sealed opens in their browser only. */
export type Everything = {
  personId: string
  madeOn: Day
  holdings: Holding[]
  stored: StoredKey | null
  records: OwnRecord[]
  plan: PlanStored | null
}
