import { verifierSource } from '~/ledger/verifier.server'

/** The verifier, to keep and to read. */
export function loader() {
  return new Response(verifierSource, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } })
}
