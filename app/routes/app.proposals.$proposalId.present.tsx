import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { parseForm } from '~/ui/parse-form.server'
import { presentationForm } from '~/workgroups/presenting/form'
import { PresentPage } from '~/workgroups/presenting/present-page'
import { presentPlan } from '~/workgroups/presenting/rules'
import { recordPresentation } from '~/workgroups/presenting/store.server'
import { memberDoor, statusOf, todayHere } from '~/workgroups/votes/door.server'

/** Room to write down that colleagues saw a plan. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shown, at, t } = await memberDoor(request, params.proposalId)
  const { id, title: name } = shown.proposal
  const said = { heldOn: todayHere(at) }
  return {
    plan: { id, title: name },
    group: shown.group,
    said,
    title: `${t('votes.present.title')} · ${t('shell.name')}`,
  }
}

/** Shows what will stand in the ledger; only `publish` puts it there. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { shown, person, at } = await memberDoor(request, params.proposalId)
  const form = await parseForm(request, presentationForm)
  if (!form.ok) return data({ failed: form }, 422)
  const { step, ...said } = form.data
  const { id } = shown.proposal
  if (step === 'write') return data({ said })
  const decision =
    step === 'publish'
      ? await recordPresentation(id, said, person.id, at)
      : presentPlan(shown.proposal, said, todayHere(at))
  if (!decision.ok) return data({ said, refused: decision.because }, statusOf(decision.because))
  return step === 'publish' ? redirect(`/app/proposals/${id}`) : data({ said, previewed: said })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Present() {
  return <PresentPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
