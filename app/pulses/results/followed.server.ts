import { db, publishedResponses } from '#db'
import { addDays, type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { resultDays } from '~/ledger/result-days.server'
import { listInSight } from './store.server'

/** A result that everybody may read, since when, and when management answered. */
export type RoundFollowed = { id: string; number: number; inSightOn: Day; answeredOn: Day | null }

/**
 * Returns the results that everybody may read, the latest first, with the day from which everybody could: where the
 * works council read first, that is the end of its time and not the day before it that nobody else knew of.
 */
export async function roundsFollowed(): Promise<RoundFollowed[]> {
  const days = await resultDays()
  const answers = await db
    .select({ roundId: publishedResponses.roundId, at: publishedResponses.publishedAt })
    .from(publishedResponses)
  const answeredOn = new Map(answers.map(({ roundId, at }) => [roundId, dayIn(config.timeZone, at)]))
  return (await listInSight()).map(({ id, number, closesOn, embargoUntil = '' }) => {
    const publishedOn = days.get(id) ?? addDays(closesOn, 1)
    const inSightOn = publishedOn > embargoUntil ? publishedOn : embargoUntil
    return { id, number, inSightOn, answeredOn: answeredOn.get(id) ?? null }
  })
}
