import type { LoaderFunctionArgs } from '@remix-run/node'
import { findShownFile } from '~/gates/use-cases/store.server'
import { requirePerson } from '~/people/session.server'
import { headersOf } from '~/promises/evidence/headers'

/** A file that was shown of a use case, for everybody who works here; 404 when it is not there, whatever else we keep. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePerson(request)
  const file = await findShownFile(params.useCaseId!, params.hash!)
  if (!file) throw new Response(null, { status: 404 })
  return new Response(file.content as Uint8Array<ArrayBuffer>, { headers: headersOf(file, false) })
}
