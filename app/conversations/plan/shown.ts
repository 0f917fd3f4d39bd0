import type { Day } from '~/calendar'
import type { StoredKey } from '../sealing/sealed'
import type { PlanReader, PlanSight } from './rules'

// A development plan as its pages get it: every word still sealed.

/** A plan as it is stored; `wrapped` is its key for the reader, when they can read it. */
export type PlanStored = {
  id: string
  revision: number
  sealed: string
  sight: PlanSight
  reviewOn: Day | null
  changedOn: Day
  wrapped: string | null
}

/** Somebody who can be given sight of a plan, with their key if they made one, and whether they can read it now. */
export type CirclePerson = { id: string; name: string; as: PlanReader[]; publicKey: string | null; canRead: boolean }

/** What the page of somebody's own plan needs. */
export type OwnPlan = {
  me: { id: string; stored: StoredKey | null }
  plan: PlanStored | null
  circle: CirclePerson[]
  log: { id: string; deed: string; day: Day; time: string; name: string }[]
  sharedWithMe: { planId: string; of: string }[]
}

/** A plan of somebody else, for whoever may read it. */
export type PlanOfOther = {
  me: { id: string; stored: StoredKey | null }
  of: { id: string; name: string }
  plan: PlanStored
  /** The new key of whoever it belongs to, when they cannot open it themselves any more. */
  giveBackTo: string | null
}
