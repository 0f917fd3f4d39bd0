import type { LedgerEvent } from '~/ledger/entries'
import type { Booking } from './rules'

type Written = Booking & { workgroupId: string; what: string }

/** Writes a booking for the ledger: what moved from where to where; what it was for stands in words beside it. */
export const booked = (booking: Written): LedgerEvent => ({
  type: 'budget.booked',
  data: {
    ...{ group: booking.workgroupId, no: booking.number, kind: booking.kind, cents: booking.cents },
    ...{ from: booking.fromAccount, to: booking.toAccount },
    corrects: booking.corrects ?? undefined,
    proposal: booking.proposalId ?? undefined,
  },
  words: { what: booking.what },
})
