import { useBeforeUnload, useBlocker } from '@remix-run/react'
import { useCallback, useEffect, useRef } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'

/** Asks whoever leaves with something unsaved whether they mean it; what is typed stands nowhere else. */
export function StayOrLeave({ when }: { when: boolean }) {
  const { t } = useWords()
  const question = useRef<HTMLDivElement>(null)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname,
  )
  useBeforeUnload(useCallback(event => when && event.preventDefault(), [when]))
  useEffect(() => {
    if (blocker.state === 'blocked') question.current?.focus()
  }, [blocker.state])
  if (blocker.state !== 'blocked') return null
  return (
    <div
      className="notice"
      data-kind="warning"
      role="alertdialog"
      aria-label={t('record.unsaved.title')}
      tabIndex={-1}
      ref={question}
    >
      <p className="notice-title">{t('record.unsaved.title')}</p>
      <p>{t('record.unsaved.text')}</p>
      <ButtonRow>
        <Button type="button" onClick={() => blocker.reset()}>
          {t('record.unsaved.stay')}
        </Button>
        <Button type="button" kind="plain" onClick={() => blocker.proceed()}>
          {t('record.unsaved.leave')}
        </Button>
      </ButtonRow>
    </div>
  )
}
