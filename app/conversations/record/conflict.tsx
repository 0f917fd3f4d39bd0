import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '~/language/words'
import { Notice } from '~/ui/notice'
import { FollowUpReading, OwnReading, SharedReading } from './reading'
import type { NewerOpen } from './saving'
import type { RecordShown } from './shown'

type ConflictProps = { record: RecordShown; newer: NewerOpen; children: ReactNode }

/** Puts the text that another saved meanwhile beside what was typed, for whoever typed to bring the two together by hand. */
export function RecordConflict({ record, newer, children }: ConflictProps) {
  const { t } = useWords()
  const notice = useRef<HTMLDivElement>(null)
  const { shared, own, followUpOn, isAgreed } = newer
  useEffect(() => notice.current?.focus(), [])
  return (
    <>
      <div tabIndex={-1} ref={notice}>
        <Notice kind="warning" title={t('record.conflict.title')}>
          <p>{t(isAgreed ? 'record.conflict.agreed' : 'record.conflict.text')}</p>
        </Notice>
      </div>
      <div className="record-both">
        <aside className="record-newer flow" aria-label={t('record.conflict.newer')}>
          <p className="field-label">{t('record.conflict.newer')}</p>
          {shared ? <SharedReading record={record} shared={shared} /> : <p>{t('record.notOpening')}</p>}
          <OwnReading record={record} own={own} />
          <FollowUpReading day={followUpOn} />
        </aside>
        <div>{children}</div>
      </div>
    </>
  )
}
