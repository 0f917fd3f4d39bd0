import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import { DayText, useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { useJoined } from '../results/figure-words'
import type { ReplySide } from './replies'
import type { CommentRead, RoundComments } from './rules'
import { CommentText } from './text'

/** What a reader may do about comments, besides reading them. */
export type CommentDeeds = { sides: readonly ReplySide[]; isConfidant: boolean; keepsConfidants: boolean }
type CommentsSectionProps = { roundId: string; comments: RoundComments; may: CommentDeeds }

/** What people wrote, in an order that says nothing, with what was answered; or why there is nothing to read. */
export function CommentsSection({ roundId, comments, may }: CommentsSectionProps) {
  const { t } = useWords()
  return (
    <Section title={t('comments.title')}>
      {comments.waitUntil ? (
        <Waiting roundId={roundId} waitUntil={comments.waitUntil} isConfidant={may.isConfidant} />
      ) : (
        <Readable roundId={roundId} comments={comments} sides={may.sides} />
      )}
      {may.keepsConfidants && (
        <p className="note">
          <Link to="/app/comments/confidants">{t('comments.confidants.link')}</Link>
        </p>
      )}
    </Section>
  )
}

/** Says until when comments wait and why; for a confidant, with the way to them. */
function Waiting({ roundId, waitUntil, isConfidant }: { roundId: string; waitUntil: string; isConfidant: boolean }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <>
      <p>{t('comments.waiting', { date: inWords(waitUntil) })}</p>
      {isConfidant && <ButtonLink to={`/app/comments/${roundId}`}>{t('comments.toBlanking')}</ButtonLink>}
    </>
  )
}

type ReadableProps = { roundId: string; comments: RoundComments; sides: readonly ReplySide[] }

function Readable({ roundId, comments: { groups, blanks }, sides }: ReadableProps) {
  const { t } = useWords()
  const joined = useJoined()
  if (groups.length === 0) return <p>{t('comments.none')}</p>
  return (
    <>
      <p>{t('comments.lead')}</p>
      {blanks !== undefined && (
        <p>{blanks > 0 ? t('comments.blanked', { count: blanks }) : t('comments.noneBlanked')}</p>
      )}
      <Notice title={t('comments.limits.title')}>
        <p>{t('comments.limits.text')}</p>
        <p>{t('comments.limits.reader')}</p>
      </Notice>
      {groups.map(({ cellId, labels, comments }) => (
        <div key={cellId}>
          <h3>{joined(labels)}</h3>
          <ul className="comments">
            {comments.map(comment => (
              <CommentEntry key={comment.id} roundId={roundId} comment={comment} sides={sides} />
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

type CommentEntryProps = { roundId: string; comment: CommentRead; sides: readonly ReplySide[] }

/** One comment, what each side answered, and for who speaks for a side that did not, the way to do it. */
function CommentEntry({ roundId, comment, sides }: CommentEntryProps) {
  const { t } = useWords()
  const open = sides.filter(side => !comment.replies.some(reply => reply.side === side))
  return (
    <li id={`c-${comment.id}`}>
      <CommentText body={comment.body} />
      {comment.replies.map(({ side, body, repliedOn }) => (
        <blockquote className="reply" key={side}>
          <p className="note">
            {t(`comments.reply.from.${side}`)} · <DayText day={repliedOn} />
          </p>
          <p>{body}</p>
        </blockquote>
      ))}
      {open.map(side => (
        <p className="note" key={side}>
          <Link to={`/app/results/${roundId}/reply/${comment.id}?side=${side}`} aria-describedby={`c-${comment.id}`}>
            {t(`comments.reply.as.${side}`)}
          </Link>
        </p>
      ))}
    </li>
  )
}
