import type { Day } from '~/calendar'
import type { AgreementOutcome, AgreementOwner } from './rules'

/** What a team agreed as it is kept. */
export type AgreementFacts = {
  id: string
  talkId: string
  teamId: string
  action: string
  owner: AgreementOwner
  agreedOn: Day
  dueOn: Day
  outcome: AgreementOutcome | null
  endedOn: Day | null
  because: string | null
  promiseAskedOn: Day | null
  promiseId: string | null
}

/** An agreement with the number of later talks of its team in which it was still open. */
export type AgreementListed = AgreementFacts & { carried: number }

type HeldTalk = { id: string; teamId: string; heldOn: Day | null }

/** Tells whether the day of an agreement has passed while it was neither done nor dropped. */
export const isLate = ({ outcome, dueOn }: Pick<AgreementFacts, 'outcome' | 'dueOn'>, today: Day): boolean =>
  outcome === null && dueOn < today

/** Counts the talks of the team that were held after the one in which it was agreed, as long as it was open. */
export function carried(
  { talkId, teamId, agreedOn, endedOn }: Pick<AgreementFacts, 'talkId' | 'teamId' | 'agreedOn' | 'endedOn'>,
  held: readonly HeldTalk[],
): number {
  const isLater = (talk: HeldTalk) =>
    talk.id !== talkId && talk.teamId === teamId && talk.heldOn !== null && talk.heldOn >= agreedOn
  return held.filter(talk => isLater(talk) && (endedOn === null || talk.heldOn! <= endedOn)).length
}

/** Returns the ids of the promises that came from some agreements. */
export const promiseIdsIn = (agreements: readonly Pick<AgreementFacts, 'promiseId'>[]): string[] => [
  ...new Set(agreements.flatMap(({ promiseId }) => promiseId ?? [])),
]
