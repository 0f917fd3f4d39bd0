import type { LoaderFunctionArgs } from '@remix-run/node'
import { dueDayAsIcs } from '~/promises/files.server'
import { requireOpenFile } from '~/promises/visibility.server'

/** The due day of a promise, for a calendar. */
export function loader({ request, params }: LoaderFunctionArgs) {
  requireOpenFile(request)
  return dueDayAsIcs(params.promiseId, '/promises')
}
