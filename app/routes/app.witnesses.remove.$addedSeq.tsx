import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { witnessKeepers } from '~/ledger/witness'
import { tellOfRemoval } from '~/ledger/witnesses/mail.server'
import { RemoveWitnessPage } from '~/ledger/witnesses/remove-page'
import { endWitness, findWitness, mayEnd } from '~/ledger/witnesses/store.server'
import { requireRole } from '~/people/session.server'

/** What it means that somebody stops looking along. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireRole(request, witnessKeepers)
  const witness = await findWitness(Number(params.addedSeq))
  if (!witness) throw new Response(null, { status: 404 })
  const t = translatorOn(await languageOf(request, person))
  const decision = await mayEnd(witness.addedSeq)
  const blocked = decision.ok ? undefined : decision.because
  return { name: witness.name, blocked, title: `${t('witness.remove.title')} · ${t('shell.name')}` }
}

/** Ends the task of the witness; nobody waits for the mail about it. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireRole(request, witnessKeepers)
  const decision = await endWitness(Number(params.addedSeq), new Date())
  if (!decision.ok) return data({ refused: decision.because }, 409)
  void tellOfRemoval(decision.value.name)
  return redirect('/app/witnesses')
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function RemoveWitness() {
  return <RemoveWitnessPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />
}
