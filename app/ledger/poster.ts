import type { Day } from '~/calendar'

/** What stands on the poster for the wall. */
export type PosterFacts = {
  organisationName: string
  name: string
  size: number
  root: string
  /** The day of the last entry. */
  day: Day
  address: string
  witnesses: readonly string[]
  verifierSha256: string
  /** The dark squares of the QR code, on a board of `size` by `size`. */
  code: { size: number; path: string }
}
