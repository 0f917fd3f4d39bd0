import type { LoaderFunctionArgs } from '@remix-run/node'
import { registerAsJson } from '~/promises/files.server'
import { requireOpenFile } from '~/promises/visibility.server'

/** The whole register for programs. */
export function loader({ request }: LoaderFunctionArgs) {
  requireOpenFile(request)
  return registerAsJson()
}
