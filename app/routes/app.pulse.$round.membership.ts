import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePerson } from '~/people/session.server'
import { membershipProof } from '~/pulses/checks/store.server'

/** What a reader needs to find themself on a list; never about anybody else. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const proof = await membershipProof(person.id, params.round!)
  if (!proof) throw new Response(null, { status: 404 })
  return Response.json(proof, { headers: { 'Cache-Control': 'no-store' } })
}
