import { useWords } from '~/language/words'
import { useCarriedLanguage } from '~/ui/masthead'
import { Section } from '~/ui/page'

/** What is promised about anonymity, and just as large what is not. @source anonymity.md, section 9 */
const limits = ['gone', 'nobodySees', 'tampering', 'ownWords', 'sameAnswer', 'lostToken', 'inventedResult'] as const

/** The honest limits, wherever somebody decides whether to answer. */
export function HonestLimits() {
  const { t } = useWords()
  const here = useCarriedLanguage()
  return (
    <Section title={t('shell.limits.title')} id="limits">
      <p>{t('shell.limits.lead')}</p>
      <dl className="limits">
        {limits.map(limit => (
          <div key={limit}>
            <dt>{t(`shell.limits.${limit}.title`)}</dt>
            <dd>{t(`shell.limits.${limit}.text`)}</dd>
          </div>
        ))}
      </dl>
      <p>
        {t('attacks.linkText')} <a href={here('/ledger/attacks')}>{t('attacks.link')}</a>
      </p>
    </Section>
  )
}
