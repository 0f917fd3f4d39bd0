import { allow, type Decision, refuse } from '~/decision'
import { hasRole, type Person, type Role, responders } from '~/people/rules'

/** On whose behalf a comment is answered. */
export const replySides = ['management', 'worksCouncil'] as const
export type ReplySide = (typeof replySides)[number]

/** Who speaks for each side. */
const speakers: Record<ReplySide, readonly Role[]> = { management: responders, worksCouncil: ['worksCouncil'] }

/** Everybody who may answer a comment for one side or the other. */
export const repliers = [...responders, 'worksCouncil'] as const satisfies readonly Role[]

/** Characters. @source issue 4: a reply is no longer than a comment */
export const longestReply = 500

/** What one side said in answer to a comment, in public. */
export type Reply = { side: ReplySide; body: string; repliedOn: string }

/** Returns the sides that somebody may speak for. */
export const sidesOf = (person: Pick<Person, 'roles'>): ReplySide[] =>
  replySides.filter(side => hasRole(person, speakers[side]))

/** What is known of a comment that somebody wants to answer: whether everybody may read it, and who answered. */
export type Answerable = { isReadable: boolean; replies: readonly Pick<Reply, 'side'>[] }
export type ReplyRefusal = 'notYourSide' | 'notReadable' | 'alreadyReplied'

/**
 * Decides whether somebody may answer a comment: for their own side, once per side, and only after everybody can read
 * it. Nobody learns who wrote it: the answer stands under it, for its writer as for everyone.
 */
export function replyTo(
  { isReadable, replies }: Answerable,
  side: ReplySide,
  by: Pick<Person, 'roles'>,
): Decision<ReplySide, ReplyRefusal> {
  if (!sidesOf(by).includes(side)) return refuse('notYourSide')
  if (!isReadable) return refuse('notReadable')
  return replies.some(reply => reply.side === side) ? refuse('alreadyReplied') : allow(side)
}
