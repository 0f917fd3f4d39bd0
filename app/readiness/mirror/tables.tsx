import { barrierLabel } from 'surveys/five-barriers/v1'
import { getItem } from 'surveys/instrument'
import { selfCheck } from 'surveys/self-check/v1'
import { useWords } from '~/language/words'
import { useJoined, useShare } from '~/pulses/results/figure-words'
import type { PerceptionGap } from '~/statistics/gap'
import { type Column, Table } from '~/ui/table'
import { outOf } from '../self-check/rules'
import type { Expected, MirrorRow, OwnAnswer, OwnRow, Reflected } from './rules'

/** Returns writers of both sides of a row. */
function useSides() {
  const { t } = useWords()
  const share = useShare()
  return {
    staff: ({ staff, isOlder }: { staff?: Reflected; isOlder?: true }) => {
      if (!staff) return t(isOlder ? 'readiness.mirror.older' : 'readiness.mirror.noFigure')
      const { inWords, said, interval } = share({ bounds: staff.count, n: staff.n })
      const told = t('readiness.mirror.share', { inWords, said, interval })
      const count = staff.olderAnswers
      return count ? `${told}. ${t('results.item.older', { count, n: staff.n })}` : told
    },
    expected: (expected: Expected | undefined) => {
      if (!expected) return t('readiness.mirror.nothingExpected')
      const ofTen = t('readiness.ofTen', { ofTen: expected.ofTen, outOf })
      return expected.fit ? t(`readiness.mirror.fit.${expected.fit}`, { ofTen }) : ofTen
    },
  }
}

/** The picture as a table: both sides of each statement, what was expected, and what may be said of it. */
export function MirrorTable({ rows }: { rows: readonly MirrorRow[] }) {
  const { t, language } = useWords()
  const { staff, expected } = useSides()
  const own = (management: OwnAnswer | 'none') => t(`readiness.mirror.class.${management}`)
  const said = (gap: PerceptionGap | 'notCompared') => t(`readiness.mirror.gap.${gap}`)
  const columns: Column<MirrorRow>[] = [
    { label: t('readiness.mirror.statement'), cell: ({ id }) => getItem(selfCheck, id).text[language] },
    {
      label: t('readiness.mirror.management'),
      cell: row => own(row.management ?? 'none'),
    },
    { label: t('readiness.mirror.staff'), cell: staff },
    { label: t('readiness.mirror.says'), cell: row => said(row.gap ?? 'notCompared') },
    { label: t('readiness.mirror.expectation'), cell: row => expected(row.expected) },
  ]
  return (
    <Table
      caption={t('readiness.mirror.picture')}
      captionHidden
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      phone="sheets"
    />
  )
}

/** For how many a barrier is high, beside what somebody expected. */
export function BarrierTable({ caption, rows }: { caption: string; rows: readonly OwnRow[] }) {
  const { t, language } = useWords()
  const { staff, expected } = useSides()
  const joined = useJoined()
  const columns: Column<OwnRow>[] = [
    { label: t('readiness.mirror.barrier'), cell: ({ barrier }) => barrierLabel(barrier)[language] },
    { label: t('readiness.mirror.expectation'), cell: row => expected(row.expected) },
    { label: t('readiness.mirror.highFor'), cell: staff },
  ]
  const group = { label: t('readiness.mirror.group'), cell: ({ labels }: OwnRow) => (labels ? joined(labels) : '–') }
  return (
    <Table
      caption={caption}
      columns={rows.some(({ labels }) => labels) ? [...columns, group] : columns}
      rows={rows}
      keyOf={({ barrier }) => barrier}
      phone="sheets"
    />
  )
}
