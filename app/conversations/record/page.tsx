import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { WithOwnKey } from '../sealing/own-key'
import { RecordBeginning } from './beginning'
import { lastBegin } from './days'
import { RecordDesk } from './desk'
import { AccessLog, RecordReaders } from './readers'
import type { RecordGone, RecordShown } from './shown'

/** A record between two people: enclosed, with whose it is and who can read it on the sheet itself. */
export function RecordPage({ record }: { record: RecordShown }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const { employee, lead, heldOn, me, conversationId } = record
  return (
    <Page
      kicker={me.standing === 'reader' ? <ToTalks /> : <ToConversation id={conversationId} />}
      title={t('record.title')}
      lead={t('record.between', { employee: employee.name, lead: lead.name, date: inWords(heldOn, 'short') })}
    >
      <div className="enclosed">
        <p className="enclosed-whose">
          {me.standing === 'employee' ? t('record.whose.mine') : t('record.whose.theirs', { name: employee.name })}
        </p>
        <RecordBody record={record} />
        <RecordReaders record={record} />
      </div>
      {record.log.length > 0 && <AccessLog log={record.log} isWhole={me.standing === 'employee'} />}
    </Page>
  )
}

function RecordBody({ record }: { record: RecordShown }) {
  const { t } = useWords()
  const { stage, me, employee, lead } = record
  const other = me.standing === 'employee' ? lead.name : employee.name
  const own = { stored: me.stored, personId: me.id }
  if (stage === 'none' && me.standing === 'employee')
    return record.today > lastBegin(record.heldOn) ? (
      <Notice title={t('record.none.title')}>
        <p>{t('record.refused.tooLate')}</p>
      </Notice>
    ) : (
      <WithOwnKey {...own}>{() => <RecordBeginning record={record} />}</WithOwnKey>
    )
  if (stage === 'none')
    return (
      <Notice title={t('record.none.title')}>
        <p>{t('record.none.forLead', { name: employee.name })}</p>
      </Notice>
    )
  return (
    <>
      {me.stored && !me.wrapped ? (
        <Notice kind="warning" title={t('record.noAccess.title')}>
          <p>{t('record.noAccess.text', { name: other })}</p>
        </Notice>
      ) : (
        <WithOwnKey {...own}>{opener => <RecordDesk record={record} opener={opener} />}</WithOwnKey>
      )}
      {record.acts.includes('withdraw') && (
        <ButtonRow>
          <ButtonLink kind="plain" to={`/app/one-to-ones/${record.conversationId}/withdraw`}>
            {t('record.withdraw.link')}
          </ButtonLink>
        </ButtonRow>
      )}
    </>
  )
}

/** What both see for thirty days after a record ended. */
export function RecordGonePage({ gone: { conversationId, state, endedOn, isMine } }: { gone: RecordGone }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const date = endedOn ? inWords(endedOn, 'short') : ''
  return (
    <Page kicker={<ToConversation id={conversationId} />} title={t('record.title')}>
      <Notice title={t(`record.ended.${state}`, { date })}>
        <p>{t(isMine ? 'record.ended.mine' : 'record.ended.theirs')}</p>
      </Notice>
    </Page>
  )
}

function ToConversation({ id }: { id: string }) {
  const { t } = useWords()
  return <Link to={`/app/one-to-ones/${id}`}>{t('record.toConversation')}</Link>
}

function ToTalks() {
  const { t } = useWords()
  return <Link to="/app/conversations">{t('record.toTalks')}</Link>
}
