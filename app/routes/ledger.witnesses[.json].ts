import { witnessesText } from '~/ledger/served.server'

/** Who signs along, and every checkpoint that one of them signed. */
export async function loader() {
  return new Response(await witnessesText(), { headers: { 'Content-Type': 'application/json' } })
}
