import type { Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import type { Person } from '~/people/rules'
import type { PublishedFigure } from '~/pulses/disclosure/rules'
import { middleOf } from '~/pulses/results/saying'
import { carefulFrom } from '~/statistics/participation'
import type { PromiseInFull, PromiseMade } from './register'
import { sideOf } from './rules'
import { currentWords, isFinal, type PromiseFacts, type PromiseStatus } from './words'

/** What staff can find of a promise together. */
export const verdicts = ['kept', 'partly', 'broken', 'none'] as const
export type Verdict = (typeof verdicts)[number]

/** Questions about promises in one round. @source our own choice: with them a pulse still fits between two calls */
export const mostPerRound = 2

type Asked = Pick<PromiseFacts, 'status'> & Pick<PromiseMade, 'isOverdue'>

/** Decides whether there is something to ask staff: a word that nobody else confirmed, or a day that has passed. */
export const isToBeAsked = ({ status, isOverdue }: Asked): boolean =>
  !isFinal(status) && (isOverdue || status === 'disputed' || status.startsWith('claimed'))

export type AskRefusal = 'notYourDeed' | 'notOverOwnPromise' | 'changedMeanwhile' | 'askedAlready' | 'nothingToAsk'

/** Decides whether staff are asked about a promise in the words that `by` has read. Whoever promised does not ask. */
export function askStaff(
  promise: Asked & Pick<PromiseFacts, 'version'> & { now?: { text: string } },
  { seen, isAsked }: { seen: number; isAsked: boolean },
  by: Pick<Person, 'roles'>,
): Decision<{ version: number }, AskRefusal> {
  const refused = refusedTo(by)
  if (refused) return refuse(refused)
  if (isAsked) return refuse('askedAlready')
  if (promise.version !== seen) return refuse('changedMeanwhile')
  const isErased = promise.now?.text === ''
  return isToBeAsked(promise) && !isErased ? allow({ version: promise.version }) : refuse('nothingToAsk')
}

/** Returns why somebody may not ask, or take a question back; nothing when they may. */
export function refusedTo(by: Pick<Person, 'roles'>): 'notOverOwnPromise' | 'notYourDeed' | undefined {
  const side = sideOf(by)
  if (side === 'worksCouncil') return undefined
  return side ? 'notOverOwnPromise' : 'notYourDeed'
}

/** Returns the words of a promise as they stood after the event with this number. Later amendments do not change a question. */
export function wordsAt({ first, events }: Pick<PromiseInFull, 'first' | 'events'>, version: number): string {
  const amendments = events.flatMap(one => (one.version <= version && one.changed ? [one.changed] : []))
  return currentWords(first, amendments).text
}

/** A question is kept under its promise, the version whose words it asks about, and how many were asked before: `P-3.4.0`. */
export const questionIdOf = (promiseId: string, version: number, before: number) => `${promiseId}.${version}.${before}`
/** Reads from the name of a question after which event its words stood. */
export const versionAsked = (questionId: string): number => Number(questionId.split('.').at(1))

/** Tells whether enough people judged for their answer to be one of the whole staff; whoever does not know does not judge. */
export const haveEnoughJudged = (judged: number, asked: number): boolean => judged * 100 >= asked * carefulFrom

/** How many people a question was for, and the most that can have judged: more than the figure when some of it is held back. */
export type Asking = { asked: number; judgedAtMost: number }

/**
 * Returns what staff find of a promise, from what is published alone: an answer counts when more than half of those
 * who judged certainly gave it, wherever the true counts lie within their bounds, and enough people judged.
 * @source product.md, rule 5; the share that must have judged is the one below which a result says too little about all
 */
export function verdictOf(figure: PublishedFigure, { asked, judgedAtMost }: Asking): Verdict {
  if (!haveEnoughJudged(figure.n, asked)) return 'none'
  const certain = { kept: figure.favourable[0], partly: middleOf(figure)[0], broken: figure.unfavourable[0] }
  return (['kept', 'partly', 'broken'] as const).find(word => certain[word] * 2 > judgedAtMost) ?? 'none'
}

/** Returns the status that a verdict gives a promise; nothing when it decides nothing, or somebody decided meanwhile. */
export function settledBy(verdict: Verdict, status: PromiseStatus): PromiseStatus | undefined {
  return verdict === 'none' || isFinal(status) ? undefined : verdict
}

/** A question to staff about a promise, for its readers. */
export type StaffQuestion = {
  id: string
  askedOn: Day
  /** The words asked about, which later amendments leave as they are. */
  words: string
  /** The round that asks it; absent while it waits for one. */
  round: { id: string; number: number; closesOn: Day } | null
  verdict: Verdict | null
  /** Present with the verdict, when enough people answered for a figure at all. */
  figure: PublishedFigure | null
  /** People who could answer. */
  roster: number | null
}

/** Returns which step the works council can take now: ask, or take back what no round has taken along yet. */
export function askingOpenTo(
  promise: Asked & Pick<PromiseFacts, 'version'> & { now?: { text: string } },
  questions: readonly StaffQuestion[],
  by: Pick<Person, 'roles'>,
): Decision<'ask' | 'takeBack', AskRefusal | 'takenAlong'> {
  const open = questions.find(one => one.verdict === null)
  const decision = askStaff(promise, { seen: promise.version, isAsked: open !== undefined }, by)
  if (decision.ok) return allow('ask')
  if (!open || decision.because !== 'askedAlready') return decision
  return open.round ? refuse('takenAlong') : allow('takeBack')
}

/** Returns in a word what came of a question, or why nothing did. */
export function outcomeOf({ verdict, figure }: Pick<StaffQuestion, 'figure'> & { verdict: Verdict }, asked: number) {
  if (!figure) return 'noFigure'
  return haveEnoughJudged(figure.n, asked) ? verdict : 'tooFew'
}
