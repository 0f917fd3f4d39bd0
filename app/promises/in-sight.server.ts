import { addDays, dayIn } from '~/calendar'
import { config } from '~/config.server'
import type { Person } from '~/people/rules'
import { promiseAsksOf } from './asks'
import { latestWith, listIndex } from './finding.server'
import { isOverdue, isUnclaimed } from './overdue'
import { promisesFrom, promisesWith } from './reading.server'
import { asRow } from './showing.server'

/** Days ahead, promises and verdicts on the front page; all others stand in the register. */
const [weeksAhead, mostDue, mostVerdicts] = [28, 5, 3]

/** Returns what the front page shows of the register: what is overdue or due in the coming weeks, and the last verdicts. */
export async function promisesInSight(at: Date) {
  const today = dayIn(config.timeZone, at)
  const until = addDays(today, weeksAhead)
  const due = (await listIndex())
    .filter(one => isOverdue(one, today) || (isUnclaimed(one) && one.dueOn <= until))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .slice(0, mostDue)
  const ids = due.map(({ id }) => id)
  const ended = await latestWith(['kept', 'partly', 'broken'], mostVerdicts, today)
  return { due: (await promisesWith(ids, today)).map(asRow), ended: ended.map(asRow) }
}

/** Returns the promises that came from the answers to the latest rounds, or to one of them, each with its round. */
export async function promisesByRound(at: Date, roundId?: string) {
  const came = await promisesFrom(dayIn(config.timeZone, at), roundId)
  return came.map(promise => ({ roundId: promise.round!.id, roundNumber: promise.round!.number, ...asRow(promise) }))
}

/** Returns what the register asks of this person, with the words of the promises it names. */
export async function promisesAsking(person: Person, at: Date) {
  const today = dayIn(config.timeZone, at)
  const asks = promiseAsksOf(person, await listIndex(), today)
  return Promise.all(
    asks.map(async ({ ids, ...ask }) => ({ ...ask, promises: (await promisesWith(ids, today)).map(asRow) })),
  )
}
