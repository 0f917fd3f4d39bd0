import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { promiseIcs, promisesCsv, promisesJson } from './formats'
import { findPromise, listPromises } from './reading.server'
import { keptShare } from './share'
import type { RegisterHome } from './visibility'

const todayHere = () => dayIn(config.timeZone, new Date())

/** Answers with the whole register for programs. */
export async function registerAsJson(): Promise<Response> {
  const today = todayHere()
  const promises = await listPromises(today)
  const body = promisesJson(promises, keptShare(promises, today), today)
  return new Response(body, { headers: { 'Content-Type': 'application/json' } })
}

/** Answers with the whole register for spreadsheets. */
export async function registerAsCsv(): Promise<Response> {
  return new Response(promisesCsv(await listPromises(todayHere())), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': 'attachment; filename="inspraak-promises.csv"',
    },
  })
}

/** Answers with the due day of a promise for a calendar; 404 when there is no such promise. */
export async function dueDayAsIcs(promiseId: string | undefined, home: RegisterHome): Promise<Response> {
  const promise = await findPromise(promiseId ?? '', todayHere())
  if (!promise) throw new Response(null, { status: 404 })
  return new Response(promiseIcs(promise, `${config.origin}${home}`), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${promise.id}.ics"`,
    },
  })
}
