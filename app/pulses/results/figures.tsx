import { useWords } from '~/language/words'
import { Section } from '~/ui/page'
import { HeatMap } from './heat-map'
import { ItemSection } from './item-result'
import { Overview } from './overview'
import type { ItemResult, RoundResults } from './rules'

type FiguresProps = {
  title: string
  items: readonly ItemResult[]
  units: RoundResults['units']
  round: string
  /** Keeps all but the overview folded, where another part of the page tells the same. */
  isFolded?: boolean
}

/** Everyone first, then unit by unit, then figure after figure; without any figures there is no such part. */
export function Figures({ title, items, units, round, isFolded }: FiguresProps) {
  const { t } = useWords()
  if (items.length === 0) return null
  const each = (
    <>
      <HeatMap items={items} units={units} />
      {items.map(item => (
        <ItemSection key={item.id} item={item} />
      ))}
    </>
  )
  return (
    <Section title={title}>
      <Overview items={items} round={round} />
      {isFolded ? (
        <details>
          <summary>{t('results.item.each')}</summary>
          {each}
        </details>
      ) : (
        each
      )}
    </Section>
  )
}
