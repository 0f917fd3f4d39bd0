import { allow, type Decision, refuse } from '~/decision'
import { hasRole, type Person, type Role } from '~/people/rules'

/** How far a request to erase words is. */
export const redactionStates = ['requested', 'granted', 'refused'] as const
export type RedactionState = (typeof redactionStates)[number]

/**
 * Who may ask: whoever receives a request of a person under article 17 of the GDPR. The data protection officer
 * advises in full independence and is no role of the app, so HR or the keeper of the platform asks on their behalf.
 */
export const erasureAskers = ['hr', 'platformAdmin'] as const satisfies readonly Role[]

/**
 * Who decides: the works council. Two accounts are needed to erase words. An administrator who can make sign-in links
 * for others could use both; the council sees every request, and the ledger keeps each erasure with its reason.
 */
export const erasureJudges = ['worksCouncil'] as const satisfies readonly Role[]

/** Who reads the requests: both sides of the decision. */
export const erasureReaders = [...erasureAskers, ...erasureJudges] as const

/** Characters in a reason. @source app/ledger/entries.ts, the closed list: a text in the log has 1 to 500 */
export const longestReason = 500

/** Words in a row that a reason may not share with what is erased. @source our own choice: fewer happen by chance */
const longestShared = 4

type By = Pick<Person, 'id' | 'roles'>
export type AskRefusal =
  | 'notYoursToAsk'
  | 'alreadyGone'
  | 'alreadyAsked'
  | 'reasonMissing'
  | 'reasonTooLong'
  | 'reasonRepeats'
export type DecisionRefusal = 'notYoursToDecide' | 'ownRequest' | 'alreadyDecided' | 'alreadyGone'
export type ErasureRefusal = AskRefusal | DecisionRefusal

/** What an erasure is asked for: the words as they stand, if they do, and whether somebody asked before. */
export type ErasureAsked = { words: string | undefined; isAskedAlready: boolean; reason: string }

/** Decides whether somebody may ask to erase words. The reason stays public for ever, so it repeats none of them. */
export function askErasure({ words, isAskedAlready, reason }: ErasureAsked, by: By): Decision<string, AskRefusal> {
  const said = reason.trim()
  if (!hasRole(by, erasureAskers)) return refuse('notYoursToAsk')
  if (!words) return refuse('alreadyGone')
  if (isAskedAlready) return refuse('alreadyAsked')
  if (said === '') return refuse('reasonMissing')
  if (said.length > longestReason) return refuse('reasonTooLong')
  return repeats(said, words) ? refuse('reasonRepeats') : allow(said)
}

/** What is decided on: who asked, how far it is, and whether there is still something to erase. */
export type ErasureOpen = { state: RedactionState; requestedBy: string; isThere: boolean }

/** Decides whether somebody may say the last word on a request: once, and never on their own. */
export function decideErasure<Verdict extends 'granted' | 'refused'>(
  { state, requestedBy, isThere }: ErasureOpen,
  verdict: Verdict,
  by: By,
): Decision<Verdict, DecisionRefusal> {
  if (!hasRole(by, erasureJudges)) return refuse('notYoursToDecide')
  if (requestedBy === by.id) return refuse('ownRequest')
  if (state !== 'requested') return refuse('alreadyDecided')
  return verdict === 'granted' && !isThere ? refuse('alreadyGone') : allow(verdict)
}

/** Tells whether a reason gives away what is erased: all of it, or a run of its words. */
function repeats(reason: string, words: string): boolean {
  const [said, erased] = [wordsOf(reason), wordsOf(words)]
  const length = Math.min(longestShared, erased.length)
  const runs = erased.slice(0, erased.length - length + 1).map((_, start) => erased.slice(start, start + length))
  return length > 0 && runs.some(run => ` ${said.join(' ')} `.includes(` ${run.join(' ')} `))
}

const wordsOf = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
