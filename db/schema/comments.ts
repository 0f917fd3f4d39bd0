import { count, day, oneOf, onlyWords, primaryKey, table, text } from '#columns'
import { replySides } from '~/pulses/comments/replies'
import { persons } from './people'
import { publishedComments, rounds } from './pulses'

/** Who reads comments first, on behalf of the works council, to blank names in them. */
export const confidants = table('confidants', {
  personId: text()
    .primaryKey()
    .references(() => persons.id),
  since: day().notNull(),
})

/** That the comments of a round wait for a confidant, and how that ended. Without a row they never waited. */
export const commentHolds = table('comment_holds', {
  roundId: text()
    .primaryKey()
    .references(() => rounds.id),
  /** Nobody can keep comments back for longer than this. */
  heldUntil: day().notNull(),
  releasedOn: day(),
  /** Names that were blanked; public. */
  blanked: count().notNull(),
})

/** What was said in answer to a comment, in public: its writer reads it as everybody else does. */
export const commentReplies = table(
  'comment_replies',
  {
    commentId: text()
      .notNull()
      .references(() => publishedComments.id),
    side: oneOf(replySides).notNull(),
    body: text().notNull(),
    repliedOn: day().notNull(),
  },
  t => [primaryKey({ columns: [t.commentId, t.side] }), onlyWords('comment_replies_side', t.side, replySides)],
)
