import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { aboutShown } from '~/gates/about.server'
import { applyGateDecisions } from '~/gates/applying.server'
import { parseForm } from '~/ui/parse-form.server'
import { applyExpenses } from '~/workgroups/budget/applying.server'
import { PollSection } from '~/workgroups/polls/poll-section'
import { isToBeAsked } from '~/workgroups/polls/rules'
import { findPoll } from '~/workgroups/polls/store.server'
import { PlanSection } from '~/workgroups/presenting/plan-section'
import { presentationsOf } from '~/workgroups/presenting/store.server'
import { proposalDeed, proposalDoor, statusOf } from '~/workgroups/votes/door.server'
import { proposalDeedForm } from '~/workgroups/votes/form'
import { ProposalPage } from '~/workgroups/votes/proposal-page'

/** One proposal for whoever is signed in; members vote here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shown, t } = await proposalDoor(request, params.proposalId)
  const { id, title, subject, state } = shown.proposal
  return {
    shown: { ...shown, about: await aboutShown(shown.about) },
    poll: subject === 'plan' ? await findPoll(id) : null,
    mayAsk: shown.isMember && isToBeAsked(shown.proposal),
    presentations: subject === 'plan' && state === 'adopted' ? await presentationsOf(id) : null,
    title: `${title} · ${t('shell.name')}`,
  }
}

/** Says something or votes. What the last vote decided is done at once; what cannot be done yet waits for the timetable. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { person, at, shown } = await proposalDoor(request, params.proposalId)
  const form = await parseForm(request, proposalDeedForm)
  if (!form.ok) return data({ step: String(form.values.step ?? ''), failed: form }, 422)
  const answer = await proposalDeed(shown.proposal.id, form.data, person.id, at)
  if ('refused' in answer) return data(answer, statusOf(answer.refused))
  if (answer.isClosed) {
    await applyGateDecisions(at)
    await applyExpenses(at)
  }
  return redirect(`/app/proposals/${shown.proposal.id}`)
}

/** Also after a refusal the page is read anew: whoever was late must see what changed meanwhile. */
export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function OneProposal() {
  const { shown, poll, mayAsk, presentations } = useLoaderData<typeof loader>()
  const { proposal: plan, isMember } = shown
  return (
    <ProposalPage {...shown} answer={useActionData<typeof action>()}>
      {presentations && <PlanSection plan={plan} presentations={presentations} isMember={isMember} />}
      <PollSection proposalId={plan.id} poll={poll} mayAsk={mayAsk} />
    </ProposalPage>
  )
}
