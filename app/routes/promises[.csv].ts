import type { LoaderFunctionArgs } from '@remix-run/node'
import { registerAsCsv } from '~/promises/files.server'
import { requireOpenFile } from '~/promises/visibility.server'

/** The whole register for spreadsheets. */
export function loader({ request }: LoaderFunctionArgs) {
  requireOpenFile(request)
  return registerAsCsv()
}
