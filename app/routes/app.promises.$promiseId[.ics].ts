import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePerson } from '~/people/session.server'
import { dueDayAsIcs } from '~/promises/files.server'

/** The due day of a promise for a calendar, for who is signed in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePerson(request)
  return dueDayAsIcs(params.promiseId, '/app/promises')
}
