import { useWords } from '~/language/words'
import { useCarriedLanguage } from '~/ui/masthead'
import { Section } from '~/ui/page'

/** Where it says how the promises of anonymity hold when they are attacked. */
export function AttacksLink() {
  const { t } = useWords()
  const here = useCarriedLanguage()
  return (
    <Section title={t('attacks.link')}>
      <p>
        {t('attacks.linkText')} <a href={here('/ledger/attacks')}>{t('attacks.title')}</a>
      </p>
    </Section>
  )
}
