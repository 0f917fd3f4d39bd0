import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { aboutShown } from '~/gates/about.server'
import { parseForm } from '~/ui/parse-form.server'
import { closingTime, memberDoor, openingDeed, openingStarted, statusOf } from '~/workgroups/votes/door.server'
import { openingForm } from '~/workgroups/votes/form'
import { OpeningPage } from '~/workgroups/votes/opening-page'

/** What members will vote on, with the usual rule to begin with. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shown, at, t } = await memberDoor(request, params.proposalId)
  const { proposal, group, members } = shown
  const started = openingStarted(proposal, at)
  const title = `${t('votes.opening.title')} · ${t('shell.name')}`
  return { proposal, group, members, about: await aboutShown(shown.about), closingTime, started, title }
}

/** Shows what members will see; only `publish` opens the vote. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { shown, person, at } = await memberDoor(request, params.proposalId)
  const form = await parseForm(request, openingForm)
  if (!form.ok) return data({ failed: form }, 422)
  const { step, ...said } = form.data
  const decision = await openingDeed(shown, { step, said }, person.id, at)
  if (decision.ok && step === 'publish') return redirect(`/app/proposals/${shown.proposal.id}`)
  if (decision.ok) return data({ previewed: step === 'preview' ? said : undefined, started: said })
  return data({ started: said, refused: decision.because }, statusOf(decision.because))
}

/** Also after a refusal the page is read anew: whoever was late must see what changed meanwhile. */
export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Opening() {
  return <OpeningPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
