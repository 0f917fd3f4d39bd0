import { useWords } from '~/language/words'
import { HeldBack } from '~/ui/held-back'
import { type Column, Table } from '~/ui/table'
import type { PublishedFigure } from '../disclosure/rules'
import type { HeldBackUnit } from '../groups'
import { useJoined, useSaid, useShare } from './figure-words'
import { Reason } from './held-back-words'
import { useChange } from './over-time/change-words'
import type { Comparison } from './over-time/comparing'
import type { CellResult, ItemResult } from './rules'
import { toldOf } from './telling'

/** A row is either a figure, or a unit without one: then it says why, in the place of the figure. */
type Row = { name: string; figure?: PublishedFigure; change?: Comparison; unit?: HeldBackUnit }

/** All figures of one question: everyone together, then every group, then every unit that has none of its own. */
export function FiguresTable({ item }: { item: ItemResult }) {
  const { t, language } = useWords()
  const joined = useJoined()
  const nameOf = ({ group, sinceRound: number }: CellResult) =>
    number ? t('results.heldBack.sinceRound', { name: joined(group.labels), number }) : joined(group.labels)
  const rows: Row[] = [
    { name: t('results.item.everyone'), figure: item.figure, change: item.change },
    ...item.cells.map(cell => ({ name: nameOf(cell), figure: cell, change: cell.change })),
    ...item.heldBack.map(unit => ({ name: unit.label, unit })),
  ]
  return (
    <Table
      caption={t('results.item.caption', { text: item.text[language] })}
      captionHidden
      columns={useColumns(item)}
      rows={rows}
      keyOf={row => (row.unit ? row.unit.unitId : row.name)}
    />
  )
}

function useColumns({ kind }: ItemResult): Column<Row>[] {
  const { t } = useWords()
  const said = useSaid()
  const share = useShare()
  const change = useChange()
  const none = <HeldBack reason={t('results.heldBack.none')} />
  const column = (label: string, tell: (figure: PublishedFigure, row: Row) => string): Column<Row> => ({
    label,
    cell: row => (row.figure ? tell(row.figure, row) : none),
  })
  const word = (which: 'favourable' | 'unfavourable') => t(`results.class.${kind}.${which}`)
  const told = kind === 'barrier' ? 'unfavourable' : 'favourable'
  const other = told === 'favourable' ? 'unfavourable' : 'favourable'
  return [
    { label: t('results.item.group'), cell: row => row.name },
    {
      label: word(told),
      cell: ({ figure, unit }) => (figure ? share(toldOf(kind, figure)).inWords : unit && <Reason unit={unit} />),
    },
    column(t('results.overview.counted'), figure => share(toldOf(kind, figure)).said),
    column(t('results.overview.margin'), figure => share(toldOf(kind, figure)).interval),
    column(word(other), figure => said(figure[other], figure.n)),
    column(t('results.overview.change'), (_, row) => change(row.change)),
  ]
}
