import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Checkbox } from '~/ui/choice'
import { DayText } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { DoOrGoBack, Preview } from '~/ui/preview'

type Named = { conversationId: string; with: string; heldOn: string | null }

/** Names every record that goes before somebody withdraws all of them at once. */
export function EraseRecordsPage({ records, isUnsure }: { records: Named[]; isUnsure: boolean }) {
  const { t } = useWords()
  return (
    <Page kicker={<Link to="/app/own">{t('own.title')}</Link>} title={t('own.erase.title')} lead={t('own.erase.lead')}>
      <Preview caption={t('own.erase.caption')} irrevocable={[t('own.erase.forGood'), t('own.erase.other')]}>
        <ul>
          {records.map(record => (
            <li key={record.conversationId}>
              {t('own.erase.with', { name: record.with })}
              {record.heldOn && (
                <>
                  , <DayText day={record.heldOn} />
                </>
              )}
            </li>
          ))}
        </ul>
      </Preview>
      {isUnsure && <Notice kind="warning">{t('recordKey.replace.unsure')}</Notice>}
      <Form method="post" className="flow">
        <Checkbox name="sure" value="yes" label={t('own.erase.sure')} required />
        <DoOrGoBack submit={t('own.erase.submit')} back={t('own.erase.back')} backTo="/app/own" />
      </Form>
    </Page>
  )
}
