import type { Day } from '~/calendar'
import { groupOf, type TalkShown } from './shown'

/** A one-to-one that waits for somebody: an answer, or their word that a record is right; or a record that goes soon. */
export type TalkAsk = {
  kind: 'talkInvited' | 'talkAsked' | 'talkToAgree' | 'recordExpires'
  oneToOne: { id: string; name: string }
  /** How many more wait for the same. */
  others: number
  until: Day
}

/** Returns what one-to-ones ask of somebody, the first to answer first. What they said no to asks nothing any more. */
export function talkAsksOf(talks: readonly TalkShown[]): TalkAsk[] {
  const toAnswer = talks.filter(talk => groupOf(talk) === 'toAnswer').sort((a, b) => (a.until < b.until ? -1 : 1))
  return [
    ...asking(
      'talkInvited',
      toAnswer.filter(({ party }) => party === 'employee'),
    ),
    ...asking(
      'talkAsked',
      toAnswer.filter(({ party }) => party === 'lead'),
    ),
    ...asking('talkToAgree', talks.filter(waitsForWord)),
  ]
}

/** Tells that the record of a talk is destroyed soon, the first to go first. */
export function expiringAsksOf(
  talks: readonly TalkShown[],
  expiring: readonly { conversationId: string; keptUntil: Day }[],
): TalkAsk[] {
  const going = expiring.flatMap(({ conversationId, keptUntil }) => {
    const talk = talks.find(({ id }) => id === conversationId)
    return talk ? [{ ...talk, until: keptUntil }] : []
  })
  return asking('recordExpires', going)
}

/** The lead says first that a record is right, the employee has the last word. */
function waitsForWord({ party, state, record, hasLeft }: TalkShown): boolean {
  if (state !== 'held' || hasLeft) return false
  return party === 'employee' ? record === 'lastWord' : record === 'draft' || record === 'newVersion'
}

function asking(kind: TalkAsk['kind'], [first, ...more]: readonly TalkShown[]): TalkAsk[] {
  if (!first) return []
  return [{ kind, oneToOne: { id: first.id, name: first.name }, others: more.length, until: first.until }]
}
