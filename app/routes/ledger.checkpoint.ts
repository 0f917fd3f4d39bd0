import { latestCheckpoint } from '~/ledger/served.server'

/** The latest checkpoint: a signed note that other programs can open too. */
export async function loader() {
  const checkpoint = await latestCheckpoint()
  if (!checkpoint) throw new Response(null, { status: 404 })
  return new Response(checkpoint, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
