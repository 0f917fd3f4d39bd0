import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { roundManagers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { IssueDeed } from '~/pulses/deeds'
import { beginIssuing } from '~/pulses/opening.server'
import { isAlreadyDone, roundForManager } from '~/pulses/rounds/door.server'

/** Shows what issuing will fix: the groups, the questions and the days. */
export const loader = ({ request, params }: LoaderFunctionArgs) => roundForManager(request, params.roundId, 'issue')

/** Starts issuing tokens. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireRole(request, roundManagers)
  const decision = await beginIssuing(params.roundId!)
  if (decision.ok || (await isAlreadyDone('issue', params.roundId))) return redirect(`/app/rounds/${params.roundId}`)
  return data({ refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function IssueTokens() {
  return <IssueDeed round={useLoaderData<typeof loader>().round} refused={useActionData<typeof action>()?.refused} />
}
