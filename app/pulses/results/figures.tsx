import { Section } from '~/ui/page'
import { HeatMap } from './heat-map'
import { ItemSection } from './item-result'
import { Overview } from './overview'
import type { ItemResult, RoundResults } from './rules'

type FiguresProps = { title: string; items: readonly ItemResult[]; units: RoundResults['units']; round: string }

/** Everyone first, then unit by unit, then figure after figure; without any figures there is no such part. */
export function Figures({ title, items, units, round }: FiguresProps) {
  if (items.length === 0) return null
  return (
    <Section title={title}>
      <Overview items={items} round={round} />
      <HeatMap items={items} units={units} />
      {items.map(item => (
        <ItemSection key={item.id} item={item} />
      ))}
    </Section>
  )
}
