import { useWords } from '~/language/words'
import { useJoined } from '~/pulses/figure-words'
import { Section } from '~/ui/page'

/** Comments that are shown together. They never change and never change places, so their place is their key. */
export type Comments = { cellId: string; labels: string[]; bodies: string[] }

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
            {bodies.map((text, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what people wrote may be the same twice, its place is not
              <li key={place}>{text}</li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}
