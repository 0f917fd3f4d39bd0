import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireRole } from '~/people/session.server'
import { acceptCount, materialStream, readSubmission } from '~/pulses/council/counting.server'
import { countByCouncil, keyHolders } from '~/pulses/council/rules'
import { findRound } from '~/pulses/store.server'

/** The sealed ballots of a closed round, for the works council that alone can open them; gone as soon as they are counted. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireRole(request, keyHolders)
  const round = await findRound(params.roundId!)
  if (!round || !countByCouncil(round).ok) throw new Response(null, { status: 404 })
  const headers = { 'Content-Type': 'application/jsonl', 'Cache-Control': 'no-store' }
  return new Response(materialStream(round), { headers })
}

/** Takes the count that the council made and signed. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireRole(request, keyHolders)
  const submission = readSubmission(await request.text())
  if (!submission) return refused('malformed', 400)
  const decision = await acceptCount(params.roundId!, submission, new Date())
  return decision.ok ? Response.json({ taken: true }) : refused(decision.because, 409)
}

const refused = (code: string, status: number) => Response.json({ error: { code } }, { status })
