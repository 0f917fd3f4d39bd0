import { useWords } from '~/language/words'
import { Section } from '~/ui/page'
import { HeadlineText } from './headline-text'
import { ChanceHits } from './over-time/change-words'
import type { RoundResults } from './rules'

/** What a round says in a few sentences: what stands out, how far it may be trusted, and how to read the rest. */
export function InShort({ results }: { results: RoundResults }) {
  const { t } = useWords()
  const { headline, turnout = 'none', items } = results
  const isCheck = items.some(({ kind }) => kind === 'barrier')
  return (
    <Section title={t('results.headline.title')}>
      <HeadlineText headline={headline} items={items} />
      <p>{t(`results.turnout.${turnout}`)}</p>
      <h3>{t('results.reading.title')}</h3>
      <ul className="reading-rules">
        <li>{t('results.reading.scope')}</li>
        <li>{t('results.reading.margin')}</li>
        <li>{t('results.reading.selected')}</li>
        <ChanceHits items={items} />
        {isCheck && <li>{t('results.reading.noTest')}</li>}
      </ul>
    </Section>
  )
}
