import type { Day } from '~/calendar'
import type { Role } from '~/people/rules'
import type { Month } from '../figures/months'
import type { StoredKey } from '../sealing/sealed'
import type { RecordAct, RecordDeed, Stage, Standing } from './rules'

// A record as its page gets it: every word still sealed.

/** A version: its words under seal, and who said on which day that it is right. */
export type VersionShown = {
  version: number
  revision: number
  sealedShared: string
  sealedOwn: string | null
  sealedObjection: string | null
  leadAgreedOn: Day | null
  employeeAgreedOn: Day | null
  followUpOn: Day | null
}

/** Somebody who can read a record now; a share has an end. */
export type ReaderShown = { id: string; name: string; as: Standing; endsOn: Day | null; holdsKey: boolean }

/** Somebody with whom a record can be shared. */
export type Candidate = { id: string; name: string; roles: Role[] }

/** A record for somebody who may read it. */
export type RecordShown = {
  conversationId: string
  me: { id: string; standing: Standing; stored: StoredKey | null; wrapped: string | null }
  employee: { id: string; name: string }
  lead: { id: string; name: string; hasLeft: boolean }
  heldOn: Day
  today: Day
  stage: Stage
  acts: RecordAct[]
  agreed: VersionShown | null
  draft: VersionShown | null
  keptUntil: Day | null
  readers: ReaderShown[]
  log: { id: string; deed: RecordDeed; day: Day; time: string; name: string; isMe: boolean }[]
  /** The public key of the other of the two, when they have one. */
  otherKey: string | null
  /** With whom the employee can share it, and until when one usually does. */
  sharing: { candidates: Candidate[]; usualEnd: Day } | null
  /** Where the topics go when the employee's last word counts them. */
  slipPlace: { month: Month; spki: string; teamId: string } | null
}

/** What is left to say of a record that is no more. */
export type RecordGone = {
  conversationId: string
  state: 'withdrawn' | 'expired'
  endedOn: Day | null
  isMine: boolean
}

/** What a save that came too late gets back: the newer text, for both to stand side by side. */
export type Newer = Pick<VersionShown, 'version' | 'revision' | 'sealedShared' | 'sealedOwn' | 'followUpOn'> & {
  isAgreed: boolean
}
