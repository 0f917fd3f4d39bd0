import type { Day } from '~/calendar'

/** A moment on the clock of the house. */
export type Moment = { day: Day; time: string }
/** A listener on its page, with moments on the clock of the house. */
export type ListenerOnPage = {
  id: string
  address: string
  addedOn: Day
  state: 'waiting' | 'told' | 'failing' | 'givenUp'
  told: (Moment & { pct: number }) | null
  next: Moment | null
}
