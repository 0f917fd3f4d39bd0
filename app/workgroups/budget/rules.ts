import { allow, type Decision, refuse } from '~/decision'

/** The accounts of a group: what management still holds, what the group may decide on, what it decided on, what is paid. */
export const accounts = ['pool', 'free', 'committed', 'spent'] as const
export type Account = (typeof accounts)[number]

/** What a booking is. `cut` is management taking money back: possible, and public. */
export const bookingKinds = ['grant', 'cut', 'commitment', 'expense', 'release', 'correction'] as const
export type BookingKind = (typeof bookingKinds)[number]

/** Cents move from one account to another: nothing comes from nowhere, and the four accounts together stay nought. */
export type Booking = {
  number: number
  kind: BookingKind
  fromAccount: Account
  toAccount: Account
  cents: number
  corrects: number | null
}

const ways: Record<Exclude<BookingKind, 'correction'>, { fromAccount: Account; toAccount: Account }> = {
  grant: { fromAccount: 'pool', toAccount: 'free' },
  cut: { fromAccount: 'free', toAccount: 'pool' },
  commitment: { fromAccount: 'free', toAccount: 'committed' },
  release: { fromAccount: 'committed', toAccount: 'free' },
  expense: { fromAccount: 'committed', toAccount: 'spent' },
}

/** What is on each account; only the pool, which is management's, may be below nought. */
export type Balances = Record<Account, number>

/** Returns what is on each account after these bookings. */
export function balancesOf(bookings: Iterable<Pick<Booking, 'fromAccount' | 'toAccount' | 'cents'>>): Balances {
  const balances: Balances = { pool: 0, free: 0, committed: 0, spent: 0 }
  for (const { fromAccount, toAccount, cents } of bookings) {
    balances[fromAccount] -= cents
    balances[toAccount] += cents
  }
  return balances
}

/** Cents of one booking at most: ten million euros is a typing mistake. @source our own choice */
export const mostCents = 1_000_000_000

export type BookingAsked =
  | { kind: Exclude<BookingKind, 'correction'>; cents: number; adopted?: boolean }
  | { kind: 'correction'; corrects: number }
/** Who books: the group through one of its members, or management. */
export type Booker = 'group' | 'management'
export type BookingRefusal =
  | 'notYourMoney'
  | 'noAmount'
  | 'tooLittleLeft'
  | 'notDecided'
  | 'noSuchBooking'
  | 'correctedBefore'

const managements: readonly BookingKind[] = ['grant', 'cut']

/**
 * Decides what is booked next. Management gives, or takes back what is not committed; only the group commits, by a vote
 * it adopted, and pays; nothing is ever changed, only corrected by its opposite.
 * @source product.md, "Working group and budget"; issue 7
 */
export function book(all: readonly Booking[], asked: BookingAsked, by: Booker): Decision<Booking, BookingRefusal> {
  const number = all.length + 1
  const wanted =
    asked.kind === 'correction' ? undo(all, asked.corrects) : allow({ ...asked, ...ways[asked.kind], corrects: null })
  if (!wanted.ok) return wanted
  const { kind, cents, fromAccount, toAccount, corrects } = wanted.value
  const original = corrects === null ? kind : all[corrects - 1]!.kind
  if (managements.includes(original) !== (by === 'management')) return refuse('notYourMoney')
  if (!(Number.isSafeInteger(cents) && cents > 0 && cents <= mostCents)) return refuse('noAmount')
  if (asked.kind === 'commitment' && !asked.adopted) return refuse('notDecided')
  if (fromAccount !== 'pool' && balancesOf(all)[fromAccount] < cents) return refuse('tooLittleLeft')
  return allow({ number, kind, cents, fromAccount, toAccount, corrects })
}

function undo(all: readonly Booking[], corrects: number): Decision<Omit<Booking, 'number'>, BookingRefusal> {
  const booked = all.find(one => one.number === corrects && one.kind !== 'correction')
  if (!booked) return refuse('noSuchBooking')
  if (all.some(one => one.corrects === corrects)) return refuse('correctedBefore')
  const { cents, fromAccount, toAccount } = booked
  return allow({ kind: 'correction', cents, fromAccount: toAccount, toAccount: fromAccount, corrects })
}
