import type { LoaderFunctionArgs } from '@remix-run/node'
import { config } from '~/config.server'
import { promiseIcs } from '~/promises/formats'
import { findPromise } from '~/promises/reading.server'
import { todayHere } from '~/promises/store.server'

/** The due day of a promise, for a calendar. */
export async function loader({ params }: LoaderFunctionArgs) {
  const promise = await findPromise(params.promiseId!, todayHere(new Date()))
  if (!promise) throw new Response(null, { status: 404 })
  return new Response(promiseIcs(promise, config.origin), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${promise.id}.ics"`,
    },
  })
}
