import { useWords } from '~/language/words'
import { Picture } from '~/ui/picture'
import { type Column, Table } from '~/ui/table'
import type { PublishedFigure } from '../disclosure/rules'
import { useShare } from './figure-words'
import { IntervalPlot } from './interval-plot'
import { useChange } from './over-time/change-words'
import type { Comparison } from './over-time/comparing'
import type { ItemResult } from './rules'
import { toldOf } from './telling'

type Row = { item: ItemResult; place: number; figure: PublishedFigure; change?: Comparison }

/** Figures side by side for the whole organisation, as a picture and as the same table. */
export function Overview({ items, round }: { items: readonly ItemResult[]; round: string }) {
  const { t, language } = useWords()
  const isCheck = items[0]?.kind === 'barrier'
  const columns = useColumns(isCheck)
  const rows = items.flatMap((item, place): Row[] =>
    item.figure ? [{ item, place: place + 1, figure: item.figure, change: item.change }] : [],
  )
  if (rows.length === 0) return null
  const kind = isCheck ? 'barriers' : 'questions'
  const title = t(`results.overview.${kind}`)
  const table = <Table caption={title} captionHidden columns={columns} rows={rows} keyOf={({ item }) => item.id} />
  return (
    <Picture
      name={`${round}-${kind}`}
      title={title}
      reading={`${t(`results.overview.reading.${kind}`)} ${t('results.whyBounds')}`}
      round={round}
      table={table}
      legend={rows.map(({ place, item }) => `${place}. ${item.text[language]}`)}
      opensTable
    >
      <div>
        <IntervalPlot
          rows={rows.map(({ place, item, figure }) => ({ name: `${place}`, share: toldOf(item.kind, figure) }))}
        />
      </div>
    </Picture>
  )
}

function useColumns(isCheck: boolean): Column<Row>[] {
  const { t, language } = useWords()
  const share = useShare()
  const change = useChange()
  const told = ({ item, figure }: Row) => share(toldOf(item.kind, figure))
  return [
    {
      label: t(`results.overview.${isCheck ? 'barrier' : 'question'}`),
      cell: ({ place, item }) => `${place}. ${item.text[language]}`,
    },
    { label: t('results.overview.inWords'), cell: row => told(row).inWords },
    { label: t('results.overview.counted'), cell: row => told(row).said },
    { label: t('results.overview.margin'), cell: row => told(row).interval },
    { label: t('results.overview.change'), cell: row => change(row.change) },
  ]
}
