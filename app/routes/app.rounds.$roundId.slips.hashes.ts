import type { ActionFunctionArgs } from '@remix-run/node'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { todayHere } from '~/pulses/rounds/store.server'
import { hashesOf } from '~/pulses/slips/batch'
import { bringSlips, requireSlipKeeper } from '~/pulses/slips/store.server'

/** Takes the hashes of a unit's codes. The codes themselves never come here. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSlipKeeper(request)
  const batch = hashesOf(await request.text())
  const madeOn = todayHere(new Date())
  const brought = batch && (await bringSlips({ roundId: params.roundId!, ...batch, madeOn }))
  if (brought?.ok) return Response.json({ slips: brought.value.slips })
  const code = brought?.because ?? 'notHashes'
  const message = translatorOn(await languageOf(request, person))(`slips.refused.${code}`)
  return Response.json({ error: { code, message } }, { status: brought ? 409 : 400 })
}

/** There is nothing to read here; the address only takes. */
export const loader = () => new Response(null, { status: 405, headers: { Allow: 'POST' } })
