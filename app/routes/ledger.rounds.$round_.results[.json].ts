import type { LoaderFunctionArgs } from '@remix-run/node'
import { resultsProof } from '~/ledger/round-proof.server'

/** What a device needs to see for itself that a result stands in the ledger; the same for everyone. */
export async function loader({ params }: LoaderFunctionArgs) {
  const proof = await resultsProof(params.round!)
  if (!proof) throw new Response(null, { status: 404 })
  return new Response(proof, { headers: { 'Content-Type': 'application/json' } })
}
