import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { HandPage } from '~/workgroups/presenting/hand-page'
import { handPlan } from '~/workgroups/presenting/rules'
import { presentationsOf, recordHanding } from '~/workgroups/presenting/store.server'
import { memberDoor, statusOf } from '~/workgroups/votes/door.server'

/** What goes to management, or why nothing can. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shown, t } = await memberDoor(request, params.proposalId)
  const { id, title: name, words } = shown.proposal
  const presentations = await presentationsOf(id)
  const decision = handPlan(shown.proposal, presentations.length)
  const because = decision.ok ? undefined : decision.because
  const title = `${t('votes.hand.title')} · ${t('shell.name')}`
  return { plan: { id, title: name, words }, group: shown.group, presentations, because, title }
}

/** Hands the plan to management, once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { shown, person, at } = await memberDoor(request, params.proposalId)
  const decision = await recordHanding(shown.proposal.id, person.id, at)
  if (decision.ok || decision.because === 'handedAlready') return redirect(`/app/proposals/${shown.proposal.id}`)
  return data({ because: decision.because }, statusOf(decision.because))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Hand() {
  return <HandPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
