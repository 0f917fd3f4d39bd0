import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePerson } from '~/people/session.server'
import { registerAsCsv } from '~/promises/files.server'

/** The whole register for spreadsheets, for who is signed in. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request)
  return registerAsCsv()
}
