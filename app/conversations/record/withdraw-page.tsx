import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { DoOrGoBack, Preview } from '~/ui/preview'

type Withdrawal = { conversationId: string; lead: string; shares: number; hasRecord: boolean }

/** Says what taking a record back does, and asks once. No reason is asked, and no script is needed. */
export function WithdrawPage({ withdrawal }: { withdrawal: Withdrawal }) {
  const { t } = useWords()
  const { conversationId, lead, shares, hasRecord } = withdrawal
  const back = `/app/one-to-ones/${conversationId}`
  if (!hasRecord)
    return (
      <Page kicker={<Link to={back}>{t('record.toConversation')}</Link>} title={t('record.withdraw.title')}>
        <Notice>{t('record.withdraw.nothing')}</Notice>
      </Page>
    )
  return (
    <Page
      kicker={<Link to={`${back}/record`}>{t('record.title')}</Link>}
      title={t('record.withdraw.title')}
      lead={t('record.withdraw.lead')}
    >
      <Form method="post">
        <Preview
          caption={t('record.withdraw.caption')}
          irrevocable={[t('record.withdraw.destroyed'), t('record.withdraw.backups')]}
        >
          <p>{t('record.withdraw.other', { name: lead })}</p>
          {shares > 0 && <p>{t('record.withdraw.shares', { count: shares })}</p>}
          <p>{t('record.withdraw.copies')}</p>
        </Preview>
        <DoOrGoBack submit={t('record.withdraw.submit')} back={t('record.withdraw.keep')} backTo={`${back}/record`} />
      </Form>
    </Page>
  )
}
