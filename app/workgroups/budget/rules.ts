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
  /** The decision of the group that money was committed, paid or let go by. */
  proposalId: string | null
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

/** What somebody wants to book. What is paid or let go belongs to the decision by which it was committed. */
export type BookingAsked =
  | { kind: Exclude<BookingKind, 'correction'>; cents: number; adopted?: boolean; proposalId?: string }
  | { kind: 'correction'; corrects: number }
/** Who books: the group through one of its members, or management. */
export type Booker = 'group' | 'management'
export type BookingRefusal =
  | 'notYourMoney'
  | 'noAmount'
  | 'tooLittleLeft'
  | 'moreThanDecided'
  | 'notDecided'
  | 'noSuchBooking'
  | 'correctedBefore'

const managements: readonly BookingKind[] = ['grant', 'cut']

/** Returns whose deed a booking is; a correction belongs to whoever made the booking it corrects. */
export const bookerOf = (kind: BookingKind): Booker => (managements.includes(kind) ? 'management' : 'group')

/** As much of a group's till as the next booking needs to know. */
export type Till = {
  booked: number
  balances: Balances
  /** The booking that is to be corrected, and whether it was before. */
  original?: Booking & { isCorrected: boolean }
  /** Cents that are still committed by the decision this is about. */
  leftOfDecision: number
}

/** Returns what the next booking needs to know of all that was booked before. */
export function tillOf(all: readonly Booking[], asked: BookingAsked): Till {
  const found = asked.kind === 'correction' ? all.find(one => one.number === asked.corrects) : undefined
  const original = found && { ...found, isCorrected: all.some(one => one.corrects === found.number) }
  const decision = asked.kind === 'correction' ? original?.proposalId : asked.proposalId
  const ofDecision = all.filter(one => one.proposalId === decision)
  const leftOfDecision = balancesOf(ofDecision).committed
  return { booked: all.length, balances: balancesOf(all), original, leftOfDecision }
}

/** Why a deed at the till is not done. */
export type TillRefusal = BookingRefusal | 'noMandate' | 'noSuchGroup' | 'changedMeanwhile'

/**
 * Decides what is booked next. Management gives, or takes back what is not committed; only the group commits, by a vote
 * it adopted, and pays; nothing is ever changed, only corrected by its opposite.
 * @source product.md, "Working group and budget"; issue 7
 */
export const book = (all: readonly Booking[], asked: BookingAsked, by: Booker): Decision<Booking, BookingRefusal> =>
  bookInto(tillOf(all, asked), asked, by)

/** Decides the same for a till that others have summed. */
export function bookInto(till: Till, asked: BookingAsked, by: Booker): Decision<Booking, BookingRefusal> {
  const wanted = asked.kind === 'correction' ? undo(till) : allow(following(asked))
  if (!wanted.ok) return wanted
  const { cents, fromAccount, proposalId } = wanted.value
  const original = asked.kind === 'correction' ? till.original!.kind : asked.kind
  if (bookerOf(original) !== by) return refuse('notYourMoney')
  if (!(Number.isSafeInteger(cents) && cents > 0 && cents <= mostCents)) return refuse('noAmount')
  if (asked.kind === 'commitment' && !asked.adopted) return refuse('notDecided')
  if (fromAccount !== 'pool' && till.balances[fromAccount] < cents) return refuse('tooLittleLeft')
  if (fromAccount === 'committed' && proposalId && till.leftOfDecision < cents) return refuse('moreThanDecided')
  return allow({ ...wanted.value, number: till.booked + 1 })
}

type Following = Omit<Booking, 'number'>

function following({ kind, cents, proposalId }: Extract<BookingAsked, { cents: number }>): Following {
  return { kind, cents, ...ways[kind], corrects: null, proposalId: proposalId ?? null }
}

function undo({ original }: Till): Decision<Following, BookingRefusal> {
  if (!original || original.kind === 'correction') return refuse('noSuchBooking')
  if (original.isCorrected) return refuse('correctedBefore')
  const { cents, fromAccount, toAccount, number, proposalId } = original
  return allow({
    kind: 'correction',
    cents,
    fromAccount: toAccount,
    toAccount: fromAccount,
    corrects: number,
    proposalId,
  })
}
