import { barrierLabels, barriers } from 'surveys/five-barriers/v1'
import { useWords } from '~/language/words'
import { Page, Section } from '~/ui/page'
import { NeedCard } from './need-card'

/** All five barriers and what people need who meet them; to read, and to print for a talk. */
export function NeedsPage({ mayPromise }: { mayPromise: boolean }) {
  const { t, language } = useWords()
  return (
    <Page title={t('readiness.needs.title')} lead={t('readiness.needs.lead')}>
      <p className="note no-print">{t('readiness.needs.printHint')}</p>
      {barriers.map(barrier => (
        <Section key={barrier} title={barrierLabels[barrier][language]} id={barrier}>
          <NeedCard barrier={barrier} mayPromise={mayPromise} headings="h3" />
        </Section>
      ))}
    </Page>
  )
}
