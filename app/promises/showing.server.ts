import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { askedOf, everything } from './asked'
import { differencesOf } from './difference'
import { countsOf, findIn, waysToWiden } from './finding'
import { listIndex, wordsToSearch } from './finding.server'
import { answersToPromiseFrom, findPromise, promisesWith } from './reading.server'
import type { PromiseMade } from './register'
import { keptShare } from './share'
import { staffQuestions } from './verdict-reading.server'
import { takesOf } from './visibility'
import { startedFrom } from './words'

/** Promises on one page of the register: a page that a phone still draws at once. */
const pageLength = 50

/** Returns what a page of the register shows for what its address asks. The share is always over all promises. */
export async function registerShown(url: string, at: Date) {
  const today = dayIn(config.timeZone, at)
  const asked = askedOf(new URL(url).searchParams)
  const index = await listIndex()
  const asking = { asked, words: asked.search ? await wordsToSearch() : new Map<string, string>(), today }
  const found = findIn(index, asking)
  const pages = Math.max(1, Math.ceil(found.length / pageLength))
  const page = Math.min(asked.page, pages)
  const ids = found.slice((page - 1) * pageLength, page * pageLength).map(({ id }) => id)
  return {
    rows: (await promisesWith(ids, today)).map(asRow),
    asked: { ...asked, page },
    pages,
    count: found.length,
    counts: countsOf(index, asking),
    ways: found.length === 0 ? waysToWiden(index, asking) : [],
    share: keptShare(index, today),
    takes: takesOf(homeOf(url), config.promisesVisibility),
    isEmpty: index.length === 0,
  }
}

const homeOf = (url: string) => (new URL(url).pathname.startsWith('/app/') ? '/app/promises' : '/promises')

/** Returns what the page of a promise shows; nothing when there is no such promise. */
export async function promiseShown(id: string, at: Date) {
  const promise = await findPromise(id, dayIn(config.timeZone, at))
  if (!promise) return undefined
  const differences = differencesOf(promise.first, promise.now)
  return { promise, differences, questions: await staffQuestions(promise) }
}

/** Returns as much of a promise as a line of the register shows. */
export function asRow({ id, now, dueOn, status, isOverdue, isAmended, lastMovedOn }: PromiseMade) {
  return { id, text: now.text, dueOn, status, isOverdue, isAmended, lastMovedOn }
}

/** Returns these promises as far as a line elsewhere shows them, by their id. */
export async function promiseLines(ids: readonly string[], at: Date) {
  const found = await promisesWith(ids, dayIn(config.timeZone, at))
  return Object.fromEntries(found.map(({ id, status, isOverdue }) => [id, { id, status, isOverdue }]))
}

/** Returns what a new promise starts with: today, or what management said it will do after a round. */
export async function promiseStarted(roundId: string | null, placeOf: (roundNumber: number) => string, at: Date) {
  const answers = await answersToPromiseFrom()
  const today = dayIn(config.timeZone, at)
  const from = answers.find(answer => answer.roundId === roundId)
  const madeOn = from ? dayIn(config.timeZone, from.publishedAt) : today
  const said = from
    ? { text: startedFrom(from.willDo), why: from.heard, place: placeOf(from.number), roundId: from.roundId }
    : {}
  return { said: { ...said, madeOn }, answers: answers.map(({ roundId, number }) => ({ roundId, number })) }
}

/** Returns the promises that could take the place of one that is withdrawn. */
export async function successorsOf(id: string, at: Date) {
  const today = dayIn(config.timeZone, at)
  const asked = { ...everything, filter: 'open' as const }
  const open = findIn(await listIndex(), { asked, words: new Map(), today }).map(one => one.id)
  const others = await promisesWith(
    open.filter(one => one !== id),
    today,
  )
  return others.map(one => ({ id: one.id, text: one.now.text }))
}
