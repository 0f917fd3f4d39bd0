import { useWords } from '~/language/words'
import { DayText } from '~/ui/day'
import { Notice } from '~/ui/notice'
import type { PromiseEvent } from './register'

type WhatChangedProps = { events: readonly PromiseEvent[]; seen: number }

/** For who decided on a version that is gone: each step that was taken since, and by whom. */
export function WhatChanged({ events, seen }: WhatChangedProps) {
  const { t } = useWords()
  const since = events.filter(({ version }) => version > seen)
  return (
    <Notice kind="warning" title={t('promises.meanwhile.title')}>
      <p>{t('promises.refused.changedMeanwhile')}</p>
      <ul>
        {since.map(event => (
          <li key={event.version}>
            <DayText day={event.happenedOn} />
            {' · '}
            {t(`promises.side.${event.side}`)}
            {' · '}
            {event.kind === 'moved' ? t(`promises.status.${event.status}`) : t(`promises.event.${event.kind}`)}
            {event.note && `: ${event.note}`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** What somebody wrote that has no place any more: still there, to keep or to copy. */
export function WrittenKept({ texts }: { texts: readonly string[] }) {
  const { t } = useWords()
  const written = texts.filter(text => text.trim() !== '')
  if (written.length === 0) return null
  return (
    <section className="flow" aria-label={t('promises.meanwhile.kept')}>
      <p>{t('promises.meanwhile.kept')}</p>
      {written.map(text => (
        <blockquote className="register-text" key={text}>
          {text}
        </blockquote>
      ))}
    </section>
  )
}
