import type { HoursFlag } from './hours/rules'

/** As much of a group as anybody may know. */
export type OpenGroup = {
  id: string
  name: string
  hasEnded: boolean
  leftCents: number
  givenCents: number
  takenBackCents: number
  /** Absent before a week is closed, and where it would tell of one person what was taken from them. */
  releasedPct?: number
  flags: HoursFlag[]
}
