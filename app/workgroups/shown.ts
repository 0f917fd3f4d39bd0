import type { Day } from '~/calendar'
import type { WorkgroupState } from './rules'
import type { SeatRule } from './seats/draw'
import type { Office, RuleStanding } from './seats/rules'
import type { DrawList, Halves } from './seats/seed'

// What pages about a group show.

/** A group as a list shows it. */
export type GroupLine = { id: string; name: string; state: WorkgroupState; seats: number; seated: number }
/** A mandate as it was written; older ones stay. */
export type Mandate = { version: number; words: string; enteredOn: Day }
/** A group as its own pages show it. */
export type GroupShown = Omit<GroupLine, 'seated'> & {
  weeklyMinutes: number
  foundedOn: Day
  /** The promise that management does not go live against its veto. */
  vetoPromiseId: string | null
}
/** Somebody who sits in the group, as everybody who is signed in sees them. */
export type MemberShown = { id: string; name: string; office: Office; untilOn: Day }

/** How the seats of a group are filled: who waits is told by number only, and only to who may seat them. */
export type SeatsShown = {
  rules: (RuleStanding & { offered?: number })[]
  /** Seats that are free from a day on: today, or the day after a term that is in its last month. */
  free: number
  startOn: Day
  isLater: boolean
  waiting?: number
  /** How many of those who wait get a seat. */
  room?: number
  /** Seats that are kept free, and for whom. */
  kept: { seats: number; rules: SeatRule[] }
  isVoting: boolean
}

/** A draw as everybody may see it. */
export type DrawShown = {
  list: DrawList
  announcedSeq: number
  announcedOn: Day
  held?: Halves & { heldOn: Day; seed: string; chosen: number[]; size: number }
}

/** Where whoever reads stands towards the group. */
export type OwnStanding = {
  sits: boolean
  offers: boolean
  mayOffer: boolean
  maySeat: boolean
  /** Whether their term is in its last month, so that they may offer for the next. */
  mayStay: boolean
  number?: number | null
}

/** The few figures that the first page of a group shows; absent where there is nothing to tell yet. */
export type GroupFigures = { leftCents?: number; releasedPct?: number; voting: number }
