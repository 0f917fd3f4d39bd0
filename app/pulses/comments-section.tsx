import { useWords } from '~/language/words'
import { useJoined } from '~/pulses/figure-words'
import { Section } from '~/ui/page'

/** Comments that are shown together; their ids are random and lead nowhere. */
export type Comments = { cellId: string; labels: string[]; bodies: { id: string; text: string }[] }

/** What people wrote, in an order that says nothing; or why there is nothing to read. */
export function CommentsSection({ comments }: { comments: readonly Comments[] }) {
  const { t } = useWords()
  const joined = useJoined()
  if (comments.length === 0) {
    return (
      <Section title={t('results.comments.title')}>
        <p>{t('results.comments.none')}</p>
      </Section>
    )
  }
  return (
    <Section title={t('results.comments.title')}>
      <p>{`${t('results.comments.lead')} ${t('results.comments.caution')}`}</p>
      {comments.map(({ cellId, labels, bodies }) => (
        <div key={cellId}>
          <h3>{joined(labels)}</h3>
          <ul className="comments">
            {bodies.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}
