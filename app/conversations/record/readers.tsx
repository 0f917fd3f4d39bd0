import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button } from '~/ui/button'
import { DayText, useDayInWords } from '~/ui/day'
import { Section } from '~/ui/page'
import { Table } from '~/ui/table'
import type { ReaderShown, RecordShown } from './shown'

/** Names on the sheet itself who can read it now, and until when it is kept. */
export function RecordReaders({ record }: { record: RecordShown }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const { readers, keptUntil, me, acts, lead } = record
  if (!keptUntil) return null
  return (
    <footer className="enclosed-readers flow">
      <h2>{t('record.readers.title')}</h2>
      <ul>
        {readers.map(one => (
          <li key={one.id}>
            <Reader one={one} isMe={one.id === me.id} hasLeft={one.id === lead.id && lead.hasLeft} />
            {one.as === 'reader' && acts.includes('endShare') && <EndShare one={one} />}
          </li>
        ))}
      </ul>
      <p>{t(me.standing === 'lead' ? 'record.readers.notShares' : 'record.readers.nobodyElse')}</p>
      <p>{t('record.readers.kept', { date: inWords(keptUntil, 'short') })}</p>
    </footer>
  )
}

function Reader({ one, isMe, hasLeft }: { one: ReaderShown; isMe: boolean; hasLeft: boolean }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const name = isMe ? t('record.readers.me', { name: one.name }) : one.name
  if (one.endsOn) return <>{t('record.readers.until', { name, date: inWords(one.endsOn, 'short') })}</>
  if (hasLeft) return <>{t('record.readers.left', { name })}</>
  return <>{one.holdsKey ? name : t('record.readers.cannot', { name })}</>
}

/** Works without a script too: ending a share is always possible. */
function EndShare({ one }: { one: ReaderShown }) {
  const { t } = useWords()
  const isBusy = useNavigation().state !== 'idle'
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="personId" value={one.id} />
      <Button kind="plain" busy={isBusy}>
        {t('record.readers.end', { name: one.name })}
      </Button>
    </Form>
  )
}

/** Says who did what with the record: all of it to the employee, own acts to the other. */
export function AccessLog({ log, isWhole }: { log: RecordShown['log']; isWhole: boolean }) {
  const { t } = useWords()
  return (
    <Section title={t('record.log.title')}>
      <p>{t(isWhole ? 'record.log.whole' : 'record.log.own')}</p>
      <Table
        caption={t('record.log.title')}
        captionHidden
        rows={log}
        keyOf={({ id }) => id}
        columns={[
          {
            label: t('record.log.at'),
            cell: ({ day, time }) => (
              <>
                <DayText day={day} /> {time}
              </>
            ),
          },
          { label: t('record.log.who'), cell: ({ name, isMe }) => (isMe ? t('record.log.me') : name) },
          { label: t('record.log.deed'), cell: ({ deed }) => t(`record.deed.${deed}`) },
        ]}
      />
    </Section>
  )
}
