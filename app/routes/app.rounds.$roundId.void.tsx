import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { roundManagers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { endAsVoid } from '~/pulses/closing.server'
import { VoidDeed } from '~/pulses/deeds'
import { isAlreadyDone, roundForManager } from '~/pulses/rounds/door.server'

/** Shows what is lost when a round ends without a result. */
export const loader = ({ request, params }: LoaderFunctionArgs) => roundForManager(request, params.roundId, 'void')

/** Ends a round without a result. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireRole(request, roundManagers)
  const decision = await endAsVoid(params.roundId!, 'mistake')
  if (decision.ok || (await isAlreadyDone('void', params.roundId))) return redirect(`/app/rounds/${params.roundId}`)
  return data({ refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function VoidRound() {
  return <VoidDeed round={useLoaderData<typeof loader>().round} refused={useActionData<typeof action>()?.refused} />
}
