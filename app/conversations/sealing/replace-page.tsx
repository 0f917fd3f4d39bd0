import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Checkbox } from '~/ui/choice'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { DoOrGoBack, Preview } from '~/ui/preview'

type Losses = { kept: number; destroyed: number; shared: number; plan: 'none' | 'destroyed' | 'kept' }

/** Names what becomes unreadable before somebody gives up a key they lost. */
export function ReplaceKeyPage({ losses, isUnsure }: { losses: Losses; isUnsure: boolean }) {
  const { t } = useWords()
  const { kept, destroyed, shared, plan } = losses
  const facts = [
    ...(kept > 0 ? [t('recordKey.replace.kept', { count: kept })] : []),
    ...(destroyed > 0 ? [t('recordKey.replace.destroyed', { count: destroyed })] : []),
    ...(shared > 0 ? [t('recordKey.replace.shared', { count: shared })] : []),
    ...(kept + destroyed === 0 ? [t('recordKey.replace.noRecords')] : []),
    t(`recordKey.replace.plan.${plan}`),
  ]
  return (
    <Page
      kicker={<Link to="/app/conversation-key">{t('recordKey.title')}</Link>}
      title={t('recordKey.replace.title')}
      lead={t('recordKey.replace.text')}
    >
      <Preview caption={t('recordKey.replace.caption')} irrevocable={[t('recordKey.replace.forGood')]}>
        <ul>
          {facts.map(fact => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </Preview>
      {isUnsure && <Notice kind="warning">{t('recordKey.replace.unsure')}</Notice>}
      <Form method="post" className="flow">
        <Checkbox name="sure" value="yes" label={t('recordKey.replace.sure')} required />
        <DoOrGoBack
          submit={t('recordKey.replace.submit')}
          back={t('recordKey.replace.back')}
          backTo="/app/conversation-key"
        />
      </Form>
    </Page>
  )
}
