import { openingsText } from '~/ledger/served.server'

/** The words that stand outside the log, with what ties them to it. */
export async function loader() {
  return new Response(await openingsText(), { headers: { 'Content-Type': 'application/json' } })
}
