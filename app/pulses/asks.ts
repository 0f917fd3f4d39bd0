import { hasRole, type Person, responders, roundManagers } from '~/people/rules'
import type { RoundFacts } from '~/pulses/rules'

/** A round as far as its name and its address go. */
export type RoundName = { id: string; number: number }

/** One thing that asks for somebody's attention; `nothing` is what a page says when there is none. */
export type Ask =
  | { kind: 'tokenReady'; round: RoundName; ballotPath: string; closesOn: string }
  | { kind: 'tokenDrawing'; round: RoundName; opensOn: string }
  | { kind: 'newResult'; round: RoundName }
  | { kind: 'responseMissing'; round: RoundName }
  | { kind: 'commentsWait'; round: RoundName; waitUntil: string }
  | { kind: 'roundDraft'; round: RoundName; issuingFrom: string }
  | { kind: 'nothing' }

/** More would not be read, and what is not read does not ask. @source experience.md, "Home" */
export const mostAsks = 3

type Round = RoundFacts & { hasResponse: boolean }

/**
 * Returns what asks for somebody's attention, the most urgent first.
 *
 * Nothing here depends on whether somebody answered or drew a token: everyone on a roster sees the same.
 *
 * @param rounds all rounds, the latest first
 * @param onRosterOf ids of the rounds that run now and count this person in
 */
export function asksOf(person: Pick<Person, 'roles'>, rounds: readonly Round[], onRosterOf: ReadonlySet<string>) {
  const published = rounds.filter(round => round.state === 'published')
  const asks = [
    ...rounds.filter(({ state, id }) => state === 'open' && onRosterOf.has(id)).map(tokenReady),
    ...(hasRole(person, responders) ? published.filter(round => !round.hasResponse).map(responseMissing) : []),
    ...rounds.filter(({ state, id }) => state === 'issuing' && onRosterOf.has(id)).map(tokenDrawing),
    ...published.slice(0, 1).map(newResult),
    ...(hasRole(person, roundManagers) ? rounds.filter(round => round.state === 'draft').map(roundDraft) : []),
  ]
  return asks.slice(0, mostAsks)
}

/** Puts what another room asks after what cannot wait, and before what only tells. */
export function amongAsks<Other>(asks: readonly Ask[], others: readonly Other[]): (Ask | Other)[] {
  const cannotWait = ({ kind }: Ask) => kind === 'tokenReady' || kind === 'responseMissing'
  const rest = asks.filter(ask => !cannotWait(ask))
  return [...asks.filter(cannotWait), ...others, ...rest].slice(0, mostAsks)
}

/** Puts what matters more than news before it, and after everything else. */
export function beforeNews<One extends { kind: string }, Other>(asks: readonly One[], others: readonly Other[]) {
  const news = asks.findIndex(({ kind }) => kind === 'newResult')
  const place = news < 0 ? asks.length : news
  return [...asks.slice(0, place), ...others, ...asks.slice(place)].slice(0, mostAsks)
}

const nameOf = ({ id, number }: Round): RoundName => ({ id, number })

const tokenReady = (round: Round): Ask => ({
  kind: 'tokenReady',
  round: nameOf(round),
  ballotPath: `/ballot/${round.id}`,
  closesOn: round.closesOn,
})
const tokenDrawing = (round: Round): Ask => ({ kind: 'tokenDrawing', round: nameOf(round), opensOn: round.opensOn })
const newResult = (round: Round): Ask => ({ kind: 'newResult', round: nameOf(round) })
const responseMissing = (round: Round): Ask => ({ kind: 'responseMissing', round: nameOf(round) })
const roundDraft = (round: Round): Ask => ({
  kind: 'roundDraft',
  round: nameOf(round),
  issuingFrom: round.issuingFrom,
})
