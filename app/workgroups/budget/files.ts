import type { Translate } from '~/language'
import { spreadsheet } from '~/pulses/results/files/export'
import type { Sheet } from '~/pulses/results/files/spreadsheet'
import type { Balances, Booking } from './rules'

/** A booking as a file tells it. */
export type BookingTold = Booking & { what: string; bookedOn: string; fileName: string | null }

/** The columns of the table, always the same and in English: programs read them. */
const columns = [
  ...['number', 'day', 'kind', 'from', 'to', 'cents', 'what', 'corrects', 'decision', 'receipt'],
] as const

/** Returns every booking as a table for spreadsheets, amounts in whole cents. */
export function bookingsCsv(bookings: readonly BookingTold[]): string {
  const lines = bookings.map(one => [
    ...[one.number, one.bookedOn, one.kind, one.fromAccount, one.toAccount, one.cents],
    ...[one.what, one.corrects ?? '', one.proposalId ?? '', one.fileName ?? ''],
  ])
  return spreadsheet([columns, ...lines])
}

/** Returns the accounts and every booking as two sheets, amounts in euros. */
export function bookingsSheets(bookings: readonly BookingTold[], balances: Balances, t: Translate): Sheet[] {
  const headings = columns.map(name => t(`budget.file.column.${name}`))
  const lines = bookings.map(one => [
    ...[one.number, one.bookedOn, t(`budget.kind.${one.kind}`), t(`budget.account.${one.fromAccount}`)],
    ...[t(`budget.account.${one.toAccount}`), one.cents / 100, one.what, one.corrects ?? ''],
    ...[one.proposalId ?? '', one.fileName ?? ''],
  ])
  const accounts = (['free', 'committed', 'spent'] as const).map(account => [
    t(`budget.account.${account}`),
    balances[account] / 100,
  ])
  return [
    { name: t('budget.file.bookings'), lines: [headings, ...lines], widths: [8, 12, 18, 22, 22, 12, 50, 12, 16, 30] },
    {
      name: t('budget.file.accounts'),
      lines: [[t('budget.file.account'), t('budget.file.euros')], ...accounts],
      widths: [40, 14],
    },
  ]
}
