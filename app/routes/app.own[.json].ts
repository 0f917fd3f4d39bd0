import type { LoaderFunctionArgs } from '@remix-run/node'
import { everythingOf } from '~/conversations/own/everything.server'
import { writeEverything } from '~/conversations/own/file'
import { requirePerson } from '~/people/session.server'

/** Everything the installation holds of whoever asks, as a file; sealed words are not opened here, because they cannot be. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  return new Response(writeEverything(await everythingOf(person.id, new Date())), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="inspraak-own.json"',
      'Cache-Control': 'no-store',
    },
  })
}
