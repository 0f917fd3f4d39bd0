import type { LoaderFunctionArgs } from '@remix-run/node'
import { findDocument } from '~/gates/formal/store.server'
import { requirePerson } from '~/people/session.server'
import { headersOf } from '~/promises/evidence/headers'

/** The document that stands at a key of this gate, for who is signed in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePerson(request)
  const file = await findDocument(params.gateId ?? '', params.hash ?? '')
  if (!file) throw new Response(null, { status: 404 })
  return new Response(file.content as Uint8Array<ArrayBuffer>, { headers: headersOf(file, false) })
}
