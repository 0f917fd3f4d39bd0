import type { LoaderFunctionArgs } from '@remix-run/node'
import { roundProof } from '~/ledger/round-proof.server'

/** What a phone needs to see for itself that a round stands in the ledger; the same for everyone. */
export async function loader({ params }: LoaderFunctionArgs) {
  const proof = await roundProof(params.round!)
  if (!proof) throw new Response(null, { status: 404 })
  return new Response(proof, { headers: { 'Content-Type': 'application/json' } })
}
