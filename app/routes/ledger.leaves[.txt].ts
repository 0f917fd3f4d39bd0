import { leavesText } from '~/ledger/served.server'

/** The hash of every entry as it was entered: with it the verifier names the entry that was changed. */
export async function loader() {
  return new Response(await leavesText(), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
