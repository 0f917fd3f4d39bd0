import type { LedgerEvent } from '~/ledger/entries'
import type { WeekTotal } from './rules'

/** Writes for the ledger what became of the hours of a week, of all members together: nobody is named. */
export const hoursReported = (group: string, total: WeekTotal): LedgerEvent => ({
  type: 'hours.reported',
  data: {
    ...{ group, week: total.week, promised: total.promisedMinutes, rostered: total.rosteredMinutes },
    ...{ used: total.usedMinutes, pulled_back: total.pulledBackMinutes },
  },
})
