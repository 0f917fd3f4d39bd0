import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { PrintButton } from '~/ui/print-button'
import { HoldingList } from './holding-list'
import { OwnWords } from './own-words'
import type { Everything } from './shown'

type OwnPageProps = { all: Everything; name: string; gone: boolean; timeZone: string }

/** Everything that the installation holds of the reader, and what they can do about it. */
export function OwnPage({ all, name, gone, timeZone }: OwnPageProps) {
  const { t } = useWords()
  return (
    <Page
      kicker={<Link to="/app/account">{t('people.account.title')}</Link>}
      title={t('own.title')}
      lead={t('own.lead')}
    >
      {gone && <Notice kind="done">{t('own.erase.gone')}</Notice>}
      <ButtonRow>
        <ButtonLink kind="quiet" to="/app/own.json" wholePage download>
          {t('own.file.save')}
        </ButtonLink>
        <PrintButton>{t('own.print')}</PrintButton>
      </ButtonRow>
      <p>{t('own.file.text')}</p>
      <Section title={t('own.answers.title')}>
        <p>{t('own.answers.text')}</p>
        <p>{t('own.answers.why')}</p>
      </Section>
      <HoldingList holdings={all.holdings} timeZone={timeZone} />
      <OwnWords all={all} name={name} />
      <NotHere />
      <Rights all={all} />
    </Page>
  )
}

function NotHere() {
  const { t } = useWords()
  return (
    <Section title={t('own.notHere.title')}>
      <ul>
        {(['mark', 'register', 'destroyed', 'backups', 'lead'] as const).map(what => (
          <li key={what}>{t(`own.notHere.${what}`)}</li>
        ))}
      </ul>
    </Section>
  )
}

/** Says in plain words which rights there are, with the article of the law, and leads to what can be done at once. */
function Rights({ all: { records, plan, stored } }: { all: Everything }) {
  const { t } = useWords()
  const erasing = [
    ...(records.length > 0 ? [{ say: 'records' as const, to: '/app/own/records' }] : []),
    ...(plan ? [{ say: 'plan' as const, to: '/app/plan/destroy' }] : []),
    ...(stored ? [{ say: 'key' as const, to: '/app/conversation-key/replace' }] : []),
  ]
  return (
    <>
      <Section title={t('own.rights.title')}>
        {(['see', 'correct', 'object', 'complain'] as const).map(right => (
          <div className="flow" key={right}>
            <h3>{t(`own.rights.${right}.title`)}</h3>
            <p>{t(`own.rights.${right}.text`)}</p>
          </div>
        ))}
      </Section>
      <section className="flow">
        <h3>{t('own.rights.erase.title')}</h3>
        <p>{t('own.rights.erase.text')}</p>
        <ButtonRow>
          {erasing.map(({ say, to }) => (
            <ButtonLink key={say} kind="quiet" to={to}>
              {t(`own.erase.${say}`)}
            </ButtonLink>
          ))}
        </ButtonRow>
      </section>
    </>
  )
}
