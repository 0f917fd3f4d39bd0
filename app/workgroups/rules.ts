import { allow, type Decision, refuse } from '~/decision'
import { hasRole, type Person, promisers, type Role } from '~/people/rules'
import type { SeatRule } from './seats/draw'

/** Where a working group stands: it looks for members, it works, or its mandate has ended. */
export const workgroupStates = ['forming', 'working', 'ended'] as const
export type WorkgroupState = (typeof workgroupStates)[number]

/** Who founds a group and writes its mandate; from then on the group decides for itself. */
export const founders = ['executive', 'hr'] as const satisfies readonly Role[]

/** What is said of a group: what it may decide, with how many, in how much time, and who has to be at the table. */
export type MandateSaid = { words: string; seats: number; weeklyMinutes: number; rules: SeatRule[] }
export type GroupSaid = MandateSaid & { name: string }
/** How a group stands when its mandate is about to change. */
export type GroupFacts = {
  state: WorkgroupState
  version: number
  sitting: number
  isDrawing: boolean
  isVoting: boolean
}

/**
 * Members without whom a group decides nothing and tells nothing of anybody's hours: the least seats of a mandate. Of
 * fewer, one person would decide alone, or be read.
 * @source our own choice: the least number in which there is a majority that is not everybody
 */
export const fewestMembers = 3

type By = Pick<Person, 'roles'>
export type MandateRefusal =
  | 'notYourDeed'
  | 'rulesNeedMoreSeats'
  | 'groupEnded'
  | 'changedMeanwhile'
  | 'drawRunning'
  | 'voteRunning'
  | 'seatsTaken'

/** Decides whether a group may be founded: by who may, and with room for everybody that its rules ask for. */
export function foundGroup<Said extends GroupSaid>(said: Said, by: By): Decision<Said, MandateRefusal> {
  if (!hasRole(by, founders)) return refuse('notYourDeed')
  return needsMoreSeats(said) ? refuse('rulesNeedMoreSeats') : allow(said)
}

/** Decides whether a mandate may be followed by another. Nobody loses a seat by it, and no draw changes while it runs. */
export function changeMandate(
  group: GroupFacts,
  said: MandateSaid & { seen: number },
  by: By,
): Decision<{ version: number }, MandateRefusal> {
  if (!hasRole(by, founders)) return refuse('notYourDeed')
  if (group.state === 'ended') return refuse('groupEnded')
  if (group.version !== said.seen) return refuse('changedMeanwhile')
  if (group.isDrawing) return refuse('drawRunning')
  if (group.isVoting) return refuse('voteRunning')
  if (said.seats < group.sitting) return refuse('seatsTaken')
  return needsMoreSeats(said) ? refuse('rulesNeedMoreSeats') : allow({ version: said.seen + 1 })
}

/** Somebody works one shift, on one contract, at one site: what is asked of one of these adds up. */
const needsMoreSeats = ({ seats, rules }: Pick<MandateSaid, 'seats' | 'rules'>) =>
  rules.some(({ trait }) => seats < rules.reduce((sum, one) => sum + (one.trait === trait ? one.atLeast : 0), 0))

/** Decides whether a group may be ended. Who founded it does not end it over the heads of those who sit in it. */
export function endGroup(group: GroupFacts, by: By): Decision<null, MandateRefusal | 'somebodySits'> {
  if (!hasRole(by, founders)) return refuse('notYourDeed')
  if (group.state === 'ended') return refuse('groupEnded')
  if (group.isDrawing) return refuse('drawRunning')
  return group.sitting > 0 ? refuse('somebodySits') : allow(null)
}

/** A promise that does not say so is not broken by overriding one. The word is the same in all our languages. */
export const isAboutVetoes = (text: string): boolean => /veto/i.test(text)

/** Decides whether a promise may become the veto promise of a group; one that stands is not exchanged for another. */
export function bindPromise(
  group: Pick<GroupFacts, 'state' | 'version'> & { hasPromise: boolean },
  asked: { seen: number; isSettled: boolean; text: string },
  by: By,
): Decision<
  { version: number },
  'notYourDeed' | 'groupEnded' | 'changedMeanwhile' | 'promiseStands' | 'promiseSettled' | 'notAboutVetoes'
> {
  if (!hasRole(by, promisers)) return refuse('notYourDeed')
  if (group.state === 'ended') return refuse('groupEnded')
  if (group.hasPromise) return refuse('promiseStands')
  if (group.version !== asked.seen) return refuse('changedMeanwhile')
  if (!isAboutVetoes(asked.text)) return refuse('notAboutVetoes')
  return asked.isSettled ? refuse('promiseSettled') : allow({ version: asked.seen + 1 })
}
