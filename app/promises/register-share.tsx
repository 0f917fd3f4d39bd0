import { useWords } from '~/language/words'
import { useCarriedLanguage } from '~/ui/masthead'
import { Section } from '~/ui/page'
import type { KeptShare } from './share'

/** The share that was kept, never without the counts and the way they are put together. */
export function Share({ share }: { share: KeptShare }) {
  const { t } = useWords()
  const { sharePercent: percent, ...counts } = share
  return (
    <Section title={t('promises.share.title')}>
      <p>{percent === undefined ? t('promises.share.none') : t('promises.share.percent', { percent })}</p>
      {percent !== undefined && <p className="note">{t('promises.share.formula', counts)}</p>}
      <p className="note">{t('promises.share.beside', counts)}</p>
    </Section>
  )
}

/** The same register for programs, spreadsheets and feed readers. */
export function Take({ takes }: { takes: readonly { kind: 'json' | 'csv' | 'atom'; address: string }[] }) {
  const { t } = useWords()
  const here = useCarriedLanguage()
  return (
    <div className="no-print">
      <Section title={t('promises.take.title')}>
        <ul>
          {takes.map(({ kind, address }) => (
            <li key={kind}>
              <a href={here(address)}>{t(`promises.take.${kind}`)}</a>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
