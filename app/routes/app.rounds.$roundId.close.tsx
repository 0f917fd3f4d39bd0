import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { roundManagers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { startClosing } from '~/pulses/closing.server'
import { CloseDeed } from '~/pulses/deeds'
import { isAlreadyDone, roundForManager } from '~/pulses/rounds/door.server'

/** Shows what closing does to the ballots and the keys. */
export const loader = ({ request, params }: LoaderFunctionArgs) => roundForManager(request, params.roundId, 'close')

/** Ends the answering; counting goes on behind the page. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireRole(request, roundManagers)
  const decision = await startClosing(params.roundId!)
  if (decision.ok || (await isAlreadyDone('close', params.roundId))) return redirect(`/app/rounds/${params.roundId}`)
  return data({ refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function CloseRound() {
  return <CloseDeed round={useLoaderData<typeof loader>().round} refused={useActionData<typeof action>()?.refused} />
}
