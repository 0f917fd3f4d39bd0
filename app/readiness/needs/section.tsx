import { Link } from '@remix-run/react'
import { barrierLabels } from 'surveys/five-barriers/v1'
import { useWords } from '~/language/words'
import { OlderLeftOut } from '~/pulses/results/headline-text'
import type { ItemResult } from '~/pulses/results/rules'
import { Section } from '~/ui/page'
import { NeedCard } from './need-card'
import { highestFirst, highestIn } from './rules'

type NeedsSectionProps = { items: readonly ItemResult[]; mayPromise: boolean }

/** Under the barriers of a result: what people need next, the highest barrier first and open, the others folded. */
export function NeedsSection({ items, mayPromise }: NeedsSectionProps) {
  const { t, language } = useWords()
  const highest = highestIn(items)
  if (!highest) return null
  const lead = highest.length === 0 ? 'noHighest' : highest.length === 1 ? 'highest' : 'sharedHighest'
  return (
    <Section title={t('readiness.needs.section')} id="needs">
      <p>{t(`readiness.needs.${lead}`)}</p>
      <OlderLeftOut items={items} />
      {highestFirst(highest).map(barrier => (
        <details key={barrier} className="need" open={highest.includes(barrier)}>
          <summary>
            <h3>{barrierLabels[barrier][language]}</h3>
          </summary>
          <NeedCard barrier={barrier} mayPromise={mayPromise} headings="h4" />
        </details>
      ))}
      <p className="no-print">
        <Link to="/app/readiness/needs">{t('readiness.needs.all')}</Link>
      </p>
    </Section>
  )
}
