import { useWords } from '~/language/words'
import type { Requirement } from './requirement'

/** What the law asks here, place by place, each with its source; no legal advice. */
export function Requirements({ all }: { all: readonly Requirement[] }) {
  const { t } = useWords()
  return (
    <details>
      <summary>{t('gates.formal.asks')}</summary>
      <ul>
        {all.map(({ where, say, source }) => (
          <li key={where}>
            {t(`gates.formal.where.${where}`)}: {t(`gates.formal.law.${say}`)}{' '}
            <span className="note">{t('gates.formal.source', { source })}</span>
          </li>
        ))}
      </ul>
      <p>{t('gates.formal.noAdvice')}</p>
    </details>
  )
}
