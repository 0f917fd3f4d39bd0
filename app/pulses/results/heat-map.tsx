import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { HeldBack } from '~/ui/held-back'
import { type Column, Table } from '~/ui/table'
import { useJoined, useShare } from './figure-words'
import { type MapCell, type MapRow, mapOf } from './groups-map'
import { Nothing } from './held-back-words'
import type { ItemResult, RoundResults } from './rules'
import { toldOf } from './telling'

/**
 * Units. With more than this the map and the groups of each figure are left out until somebody asks for them: nobody
 * scrolls past them to what comes next, and on a phone they would double the wait. @source our own choice
 */
export const mostGroups = 30

type HeatMapProps = { items: readonly ItemResult[]; units: RoundResults['units']; groupsOf?: string }

/** Every unit beside every figure, in words; the edge of a cell repeats them for who looks from afar. */
export function HeatMap({ items, units, groupsOf }: HeatMapProps) {
  const { t } = useWords()
  const columns = useColumns(items)
  const rows = mapOf(items, units)
  if (rows.length === 0) return null
  const kind = items[0]?.kind === 'barrier' ? 'barriers' : 'questions'
  const title = t(`results.map.${kind}.title`)
  if (rows.length > mostGroups && groupsOf !== kind)
    return (
      <p className="no-print">
        <Link to={`?groups=${kind}#${kind}`}>{title}</Link>
      </p>
    )
  return (
    <details className="heat-map" id={kind} open>
      <summary>{title}</summary>
      <p>{t(`results.map.${kind}.reading`)}</p>
      <ul className="heat-key">
        {(['most', 'open', 'few'] as const).map(about => (
          <li key={about} data-about={about}>
            {t(`results.map.${kind}.${about}`)}: {t(`results.map.key.${about}`)}
          </li>
        ))}
      </ul>
      <Table
        caption={title}
        captionHidden
        columns={columns}
        rows={rows}
        keyOf={({ unitId }) => unitId}
        phone="scroll"
        scrollLabel={title}
      />
    </details>
  )
}

function useColumns(items: readonly ItemResult[]): Column<MapRow>[] {
  const { t, language } = useWords()
  const shown = items.filter(({ figure }) => figure)
  return [
    { label: t('results.item.group'), cell: ({ label }) => label },
    ...shown.map(item => ({
      label: item.text[language],
      cell: ({ cells }: MapRow) => <Meeting item={item} cell={cells.find(({ itemId }) => itemId === item.id)} />,
    })),
  ]
}

function Meeting({ item, cell }: { item: ItemResult; cell?: MapCell }) {
  const { t } = useWords()
  const share = useShare()
  const joined = useJoined()
  if (!cell) return null
  if (cell.kind === 'heldBack') return <Nothing unit={cell.unit} />
  const { said } = share(toldOf(item.kind, cell.cell))
  const kind = item.kind === 'barrier' ? 'barriers' : 'questions'
  const { sinceRound: number } = cell.cell
  return (
    <div className="heat" data-about={cell.about}>
      <p>
        <strong>{t(`results.map.${kind}.counted`, { said })}</strong> {t(`results.map.${kind}.${cell.about}`)}
      </p>
      {number && <p className="note">{t('results.map.since', { number })}</p>}
      {cell.with && <HeldBack reason={t('results.map.with', { others: joined(cell.with) })} />}
    </div>
  )
}
