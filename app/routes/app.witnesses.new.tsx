import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { witnessKeepers } from '~/ledger/witness'
import { proposalForm } from '~/ledger/witnesses/forms.server'
import { NewWitnessPage } from '~/ledger/witnesses/new-page'
import { namesInUse, recordProposal } from '~/ledger/witnesses/store.server'
import { requireRole } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

/** Where a key is made, or where one that was made elsewhere is handed in. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, witnessKeepers)
  const t = translatorOn(await languageOf(request, person))
  return { taken: await namesInUse(), title: `${t('witness.new.title')} · ${t('shell.name')}` }
}

/** Proposes a public key; the secret half never comes here. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requireRole(request, witnessKeepers)
  const form = await parseForm(request, proposalForm)
  if (!form.ok) return data({ failed: form }, 422)
  const decision = await recordProposal(form.data, person, new Date())
  if (decision.ok) return redirect(`/app/witnesses/proposals/${decision.value.id}`)
  return data({ refused: decision.because, typed: form.data }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewWitness() {
  return <NewWitnessPage taken={useLoaderData<typeof loader>().taken} answer={useActionData<typeof action>()} />
}
