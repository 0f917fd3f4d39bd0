import { useWords } from '~/language/words'
import { Section } from '~/ui/page'
import { HeatMap, mostGroups } from './heat-map'
import { ItemSection } from './item-result'
import { Overview } from './overview'
import type { ItemResult, RoundResults } from './rules'

type FiguresProps = {
  title: string
  items: readonly ItemResult[]
  units: RoundResults['units']
  round: string
  /** The figure of which a reader asked for all groups, or the map that has them all. */
  groupsOf?: string
  /** Keeps all but the overview folded, where another part of the page tells the same. */
  isFolded?: boolean
}

/**
 * Everyone first, then unit by unit, then figure after figure; without any figures there is no such part. Many groups come
 * for who asks: all of them as a map, or those of one figure.
 */
export function Figures({ title, items, units, round, groupsOf, isFolded }: FiguresProps) {
  const { t } = useWords()
  if (items.length === 0) return null
  const isLarge = units.length > mostGroups
  const addressOf = (id: string) => (isLarge && id !== groupsOf ? `?groups=${id}#${id}` : undefined)
  const each = (
    <>
      <HeatMap items={items} units={units} groupsOf={groupsOf} />
      {items.map(item => (
        <ItemSection key={item.id} item={item} groupsAt={addressOf(item.id)} isAsked={item.id === groupsOf} />
      ))}
    </>
  )
  return (
    <Section title={title}>
      <Overview items={items} round={round} />
      {isFolded ? (
        <details open={groupsOf === 'questions' || items.some(({ id }) => id === groupsOf)}>
          <summary>{t('results.item.each')}</summary>
          {each}
        </details>
      ) : (
        each
      )}
    </Section>
  )
}
