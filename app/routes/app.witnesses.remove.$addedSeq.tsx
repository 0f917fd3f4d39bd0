import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { witnessKeepers } from '~/ledger/witness'
import { RemoveWitnessPage } from '~/ledger/witness-remove-page'
import { endWitness, findWitness, presentWitnesses } from '~/ledger/witness-store.server'
import { requireRole } from '~/people/session.server'

/** What it means that somebody stops looking along. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireRole(request, witnessKeepers)
  const witness = await findWitness(Number(params.addedSeq))
  if (!witness) throw new Response(null, { status: 404 })
  const t = translatorOn(await languageOf(request, person))
  const isLast = (await presentWitnesses()).length === 1
  return { name: witness.name, isLast, title: `${t('witness.remove.title')} · ${t('shell.name')}` }
}

/** Ends the task of the witness. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireRole(request, witnessKeepers)
  const decision = await endWitness(Number(params.addedSeq), new Date())
  return decision.ok ? redirect('/app/witnesses') : data({ refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function RemoveWitness() {
  return <RemoveWitnessPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />
}
