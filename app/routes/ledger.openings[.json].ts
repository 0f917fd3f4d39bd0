import type { LoaderFunctionArgs } from '@remix-run/node'
import { openingsText } from '~/ledger/served.server'
import { requireOpenFile } from '~/promises/visibility.server'

/** The words that stand outside the log, with what ties them to it. */
export async function loader({ request }: LoaderFunctionArgs) {
  requireOpenFile(request)
  return new Response(await openingsText(), { headers: { 'Content-Type': 'application/json' } })
}
