import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePerson } from '~/people/session.server'
import { resultsJson } from '~/pulses/results/files/export'
import { findPublished } from '~/pulses/results/store.server'

/** The published figures for programs: the bytes whose SHA-256 stands on the page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const published = await findPublished(params.roundId!, person)
  if (!published) throw new Response(null, { status: 404 })
  return new Response(resultsJson(published.round.id, published), { headers: { 'Content-Type': 'application/json' } })
}
