import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { parseForm } from '~/ui/parse-form.server'
import { pollForm } from '~/workgroups/polls/form'
import { PollPage } from '~/workgroups/polls/poll-page'
import { pollOpenTo } from '~/workgroups/polls/rules'
import { findPoll, recordPoll, recordPollTakenBack } from '~/workgroups/polls/store.server'
import { memberDoor, statusOf } from '~/workgroups/votes/door.server'

/** The question as colleagues will read it, and what can be done with it now. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shown, t } = await memberDoor(request, params.proposalId)
  const { id, title: name } = shown.proposal
  const open = pollOpenTo(shown.proposal, await findPoll(id))
  const can = open.ok ? { step: open.value } : { because: open.because }
  return {
    plan: { id, title: name },
    group: shown.group,
    ...can,
    title: `${t('votes.poll.title')} · ${t('shell.name')}`,
  }
}

/** Lets the next round take the question along, or takes it back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { shown, person, at } = await memberDoor(request, params.proposalId)
  const form = await parseForm(request, pollForm)
  if (!form.ok) return data({ because: 'nothingToAsk' as const }, 422)
  const deed = form.data.step === 'ask' ? recordPoll : recordPollTakenBack
  const decision = await deed(shown.proposal.id, person.id, at)
  if (decision.ok) return redirect(`/app/proposals/${shown.proposal.id}`)
  return data({ because: decision.because }, statusOf(decision.because))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function AskColleagues() {
  return <PollPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
