import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { roundManagers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { OpenDeed } from '~/pulses/deeds'
import { beginAnswering } from '~/pulses/opening.server'
import { isAlreadyDone, roundForManager } from '~/pulses/rounds/door.server'

/** Shows what staff will read once they may answer. */
export const loader = ({ request, params }: LoaderFunctionArgs) => roundForManager(request, params.roundId, 'open')

/** Opens a round for answers. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireRole(request, roundManagers)
  const decision = await beginAnswering(params.roundId!)
  if (decision.ok || (await isAlreadyDone('open', params.roundId))) return redirect(`/app/rounds/${params.roundId}`)
  return data({ refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function OpenRound() {
  return <OpenDeed round={useLoaderData<typeof loader>().round} refused={useActionData<typeof action>()?.refused} />
}
