import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireRole } from '~/people/session.server'
import { councilKeyForm, roundForCouncil } from '~/pulses/council/door.server'
import { CouncilKeyPage } from '~/pulses/council/key-page'
import { keyHolders } from '~/pulses/council/rules'
import { recordHeldKeys } from '~/pulses/council/store.server'
import { todayHere } from '~/pulses/rounds/store.server'
import { parseForm } from '~/ui/parse-form.server'

/** Where the works council makes the key of a round. */
export const loader = ({ request, params }: LoaderFunctionArgs) => roundForCouncil(request, params.roundId, 'key')

/** Takes the public halves; the private ones stay in the file of the council. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireRole(request, keyHolders)
  const form = await parseForm(request, councilKeyForm)
  if (!form.ok) return data({ refused: 'notShared' as const }, 422)
  const { boxKey, signingKey } = form.data
  const decision = await recordHeldKeys({ round: params.roundId!, boxKey, signingKey }, todayHere(new Date()))
  if (decision.ok) return redirect(`/app/rounds/${params.roundId}/key`)
  if (decision.because === 'noSuchRound') throw new Response(null, { status: 404 })
  return data({ refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function CouncilKey() {
  const { round } = useLoaderData<typeof loader>()
  return <CouncilKeyPage round={round} refused={useActionData<typeof action>()?.refused} />
}
