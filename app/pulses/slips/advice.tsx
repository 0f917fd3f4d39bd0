import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'

/** Says how slips stay anybody's, and where a shared tablet begins. */
export function SlipAdvice({ address }: { address: string }) {
  const { t } = useWords()
  return (
    <>
      <Section title={t('slips.bowl.title')}>
        <ol>
          <li>{t('slips.bowl.cut')}</li>
          <li>{t('slips.bowl.mix')}</li>
          <li>{t('slips.bowl.tick')}</li>
          <li>{t('slips.bowl.draw')}</li>
        </ol>
      </Section>
      <Section title={t('slips.kiosk.title')}>
        <p>{t('slips.kiosk.text')}</p>
        <p>
          <code>{address}</code>
        </p>
      </Section>
    </>
  )
}

/** Asks whoever has the key file of the round to leave the slips to somebody else. */
export function KeyHolderNotice() {
  const { t } = useWords()
  return (
    <Notice kind="warning" title={t('slips.keyHolder.title')}>
      <p>{t('slips.keyHolder.text')}</p>
    </Notice>
  )
}

/** Says where the protection of a slip ends. */
export function SlipLimits() {
  const { t } = useWords()
  return (
    <Section title={t('slips.limits.title')}>
      <ul>
        <li>{t('slips.limits.maker')}</li>
        <li>{t('slips.limits.keyHolder')}</li>
        <li>{t('slips.limits.leftOver')}</li>
        <li>{t('slips.limits.site')}</li>
        <li>{t('slips.limits.few')}</li>
      </ul>
    </Section>
  )
}

/** Leads whoever keeps the slips to them; where there is a works council that is nobody who runs rounds. */
export function SlipsLink() {
  const { t } = useWords()
  return (
    <p>
      <ButtonLink to="/app/slips" kind="quiet">
        {t('slips.title')}
      </ButtonLink>
    </p>
  )
}
