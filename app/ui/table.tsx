import type { ReactNode } from 'react'

/** One column: its heading and what stands in it. The first column names the row. */
export type Column<Row> = { label: string; cell: (row: Row) => ReactNode; number?: boolean }

type TableProps<Row> = {
  caption: ReactNode
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** How a narrow screen shows it: a sheet per row (three columns or more), or the same table to scroll sideways. */
  phone?: 'sheets' | 'scroll'
  captionHidden?: boolean
  /** Names the frame of a table that is wider than many screens, so that it can be scrolled from the keyboard. */
  scrollLabel?: string
}

/** A table with a caption that also reads on a phone and aloud. */
export function Table<Row>({ caption, columns, rows, keyOf, phone, captionHidden, scrollLabel }: TableProps<Row>) {
  const onPhone = phone ?? (columns.length > 2 ? 'sheets' : 'scroll')
  const table = (
    <table className="table" data-phone={onPhone}>
      <caption className={captionHidden ? 'only-read-aloud' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, number }) => (
            <th scope="col" key={label} className={number ? 'number' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={keyOf(row)}>
            {columns.map((column, place) => (
              <Cell key={column.label} column={column} row={row} names={place === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  const scrolled = scrollLabel ? { role: 'region', 'aria-label': scrollLabel, tabIndex: 0 } : {}
  return (
    <div className="table-frame" {...scrolled}>
      {table}
    </div>
  )
}

function Cell<Row>({ column, row, names }: { column: Column<Row>; row: Row; names: boolean }) {
  const className = column.number ? 'number' : undefined
  if (names) return <th scope="row">{column.cell(row)}</th>
  return (
    <td className={className} data-label={column.label}>
      {column.cell(row)}
    </td>
  )
}
