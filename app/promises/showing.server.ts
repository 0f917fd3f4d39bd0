import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { answersToPromiseFrom, listPromises } from './reading.server'
import { askedOf, registerOf } from './register'
import { keptShare } from './share'
import { startedFrom } from './words'

/** Returns what a page of the register shows for what its address asks. */
export async function registerShown(url: string, at: Date) {
  const today = dayIn(config.timeZone, at)
  const asked = askedOf(new URL(url).searchParams)
  const all = await listPromises(today)
  const rows = registerOf(all, asked).map(({ id, now, dueOn, status, isOverdue, isAmended, lastMovedOn }) => ({
    ...{ id, text: now.text, dueOn, status },
    ...{ isOverdue, isAmended, lastMovedOn },
  }))
  return { rows, asked, share: keptShare(all, today), isEmpty: all.length === 0 }
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
  const all = await listPromises(dayIn(config.timeZone, at))
  const open = registerOf(all, { filter: 'open', search: '' })
  return open.filter(one => one.id !== id).map(one => ({ id: one.id, text: one.now.text }))
}
