import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { placeId } from '~/ledger/erasures/entry-places'
import { WordsOrGone } from '~/ledger/erasures/erased-words'
import { useAmountsInWords } from '~/ui/amount'
import { DayText } from '~/ui/day'
import { Section } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import type { MayBook } from './budget-page'
import { type Booking, bookerOf } from './rules'

/** A booking as its line shows it. */
export type BookingRow = Booking & { what: string; bookedOn: string; fileName: string | null; isCorrected: boolean }

type ListProps = { groupId: string; page: number; pages: number; rows: readonly BookingRow[]; may: MayBook }

/** Every booking, the newest first, with its receipt and the way to correct it. */
export function BookingsList({ groupId, page, pages, rows, may }: ListProps) {
  const { t } = useWords()
  const { money } = useAmountsInWords()
  const columns: Column<BookingRow>[] = [
    { label: t('budget.list.number'), cell: ({ number }) => number },
    { label: t('budget.list.day'), cell: ({ bookedOn }) => <DayText day={bookedOn} /> },
    { label: t('budget.list.what'), cell: row => <What row={row} groupId={groupId} may={may} /> },
    { label: t('budget.list.kind'), cell: ({ kind }) => t(`budget.kind.${kind}`) },
    { label: t('budget.list.amount'), cell: ({ cents }) => money(cents), number: true },
  ]
  return (
    <Section title={t('budget.list.title')} id="bookings">
      <Table caption={t('budget.list.caption')} columns={columns} rows={rows} keyOf={({ number }) => `${number}`} />
      <Pages page={page} pages={pages} />
    </Section>
  )
}

function What({ row, groupId, may }: { row: BookingRow; groupId: string; may: MayBook }) {
  const { t } = useWords()
  const here = `/app/groups/${groupId}/budget`
  const { number, kind, what, corrects, fileName, isCorrected } = row
  const mayCorrect = kind !== 'correction' && !isCorrected && may[bookerOf(kind)]
  return (
    <>
      <span>
        <WordsOrGone words={what} of="booking" id={placeId(groupId, number)} part="what" />
      </span>
      {corrects !== null && <small className="note"> {t('budget.list.corrects', { number: corrects })}</small>}
      {isCorrected && <small className="note"> {t('budget.list.corrected')}</small>}
      {fileName && (
        <>
          {' '}
          <a href={`${here}/receipts/${number}`}>
            {t('budget.list.receipt')}
            <span className="only-read-aloud">: {what}</span>
          </a>
        </>
      )}
      {mayCorrect && (
        <span className="no-print">
          {' '}
          <Link to={`${here}/correction?of=${number}`}>
            {t('budget.list.correct')}
            <span className="only-read-aloud">: {t('budget.list.booking', { number })}</span>
          </Link>
        </span>
      )}
    </>
  )
}

function Pages({ page, pages }: { page: number; pages: number }) {
  const { t } = useWords()
  if (pages < 2) return null
  return (
    <nav className="register-pages no-print" aria-label={t('budget.pages.label')}>
      {page > 1 && (
        <Link rel="prev" to={`?page=${page - 1}#bookings`}>
          {t('budget.pages.newer')}
        </Link>
      )}
      <span>{t('budget.pages.here', { page, pages })}</span>
      {page < pages && (
        <Link rel="next" to={`?page=${page + 1}#bookings`}>
          {t('budget.pages.older')}
        </Link>
      )}
    </nav>
  )
}
