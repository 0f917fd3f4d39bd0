import { useWords } from '~/language/words'
import type { ItemResult } from '../rules'
import { type Comparison, isCompared } from './comparing'

/** Returns a writer of what a comparison allows to be said, and no more than that. */
export function useChange(): (change: Comparison | undefined) => string {
  const { t } = useWords()
  return change => {
    if (!change) return ''
    if (change.kind === 'first' || change.kind === 'old') return t(`results.change.${change.kind}`)
    const { since: number } = change
    if (change.kind === 'none' || change.kind === 'notComparable') return t(`results.change.${change.kind}`, { number })
    return t(`results.change.${change.kind}.${change.direction}`, { number })
  }
}

/** Comparisons. From this many on a page a chance hit among them is to be expected. @source instruments.md, "When is a change real?" */
const many = 20

/** Says that among many comparisons some differ by chance. */
export function ChanceHits({ items }: { items: readonly ItemResult[] }) {
  const { t } = useWords()
  const count = comparisonsIn(items)
  return count < many ? null : <li>{t('results.reading.chance', { count })}</li>
}

/** Counts what is compared with an earlier round: every figure is one more occasion for chance. */
export function comparisonsIn(items: readonly ItemResult[]): number {
  const all = items.flatMap(({ change, cells }) => [change, ...cells.map(cell => cell.change)])
  return all.filter(change => change && isCompared(change)).length
}
