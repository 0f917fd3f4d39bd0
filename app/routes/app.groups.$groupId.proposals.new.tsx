import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { parseForm } from '~/ui/parse-form.server'
import { readAmount, withWrongAmount } from '~/workgroups/votes/amounts'
import { groupDoor, startedFrom, statusOf } from '~/workgroups/votes/door.server'
import { proposalForm } from '~/workgroups/votes/form'
import { NewProposalPage } from '~/workgroups/votes/new-page'
import { propose } from '~/workgroups/votes/voting.server'

/** An empty proposal, or one with the words of a plan that colleagues changed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { group, isMember, t } = await groupDoor(request, params.groupId)
  if (!isMember) throw new Response(null, { status: 403 })
  const started = await startedFrom(new URL(request.url).searchParams.get('from'), group.id)
  return { group, started, title: `${t('votes.new.title')} · ${t('shell.name')}` }
}

/** Puts it before the group; sent twice it leads to the same proposal. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { group, person, language, at } = await groupDoor(request, params.groupId)
  const form = await parseForm(request, proposalForm)
  if (!form.ok) return data({ failed: form }, 422)
  const { amount, ...said } = form.data
  const cents = said.subject === 'expense' ? readAmount(amount, language) : undefined
  if (cents?.ok === false) return data({ failed: withWrongAmount(form.data, cents.because) }, 422)
  const made = await propose(group.id, { ...said, ...(cents && { detail: { cents: cents.value } }) }, person.id, at)
  if (made.ok) return redirect(`/app/proposals/${made.value.id}`)
  if (made.because === 'alreadyProposed') return redirect(`/app/proposals/${made.id}`)
  const failed = { ok: false as const, problems: {}, values: form.data }
  return data({ failed, refused: made.because }, statusOf(made.because))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewProposal() {
  return <NewProposalPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
