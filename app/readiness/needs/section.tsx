import { Link } from '@remix-run/react'
import { type Barrier, barrierLabels } from 'surveys/five-barriers/v1'
import { useWords } from '~/language/words'
import { Section } from '~/ui/page'
import { NeedCard } from './need-card'
import { highestFirst } from './rules'

type NeedsSectionProps = {
  /** The highest barrier of the result, those that share the highest place, or none that stands out. */
  highest: readonly Barrier[]
  mayPromise: boolean
}

/** Under the barriers of a result: what people need next, the highest barrier first and open, the others folded. */
export function NeedsSection({ highest, mayPromise }: NeedsSectionProps) {
  const { t, language } = useWords()
  const lead = highest.length === 0 ? 'noHighest' : highest.length === 1 ? 'highest' : 'sharedHighest'
  return (
    <Section title={t('readiness.needs.section')} id="needs">
      <p>{t(`readiness.needs.${lead}`)}</p>
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
