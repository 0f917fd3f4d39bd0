import type { LoaderFunctionArgs } from '@remix-run/node'
import { openingsText } from '~/ledger/served.server'
import { requirePerson } from '~/people/session.server'

/** The words that stand outside the log, for who is signed in: the only place for them where the register is not public. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request)
  return new Response(await openingsText(), { headers: { 'Content-Type': 'application/json' } })
}
