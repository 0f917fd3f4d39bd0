import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { deedsOpenTo, witnessKeepers, witnessReaders } from '~/ledger/witness'
import { witnessKeyOf } from '~/ledger/witness-key'
import { proposalDeedForm } from '~/ledger/witnesses/forms.server'
import { ProposalPage } from '~/ledger/witnesses/proposal-page'
import { findProposal, recordProposalDeed } from '~/ledger/witnesses/store.server'
import { hasRole } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

/** One proposed key, with what this reader can do with it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireRole(request, witnessReaders)
  const found = await findProposal(params.proposalId ?? '')
  if (!found) throw new Response(null, { status: 404 })
  const t = translatorOn(await languageOf(request, person))
  const { id, name, key, of, state, proposedOn, registeredOn, decidedOn } = found
  const { fingerprint } = witnessKeyOf(key)!
  return {
    proposal: { id, name, key, of, state, proposedOn, registeredOn, decidedOn, fingerprint },
    deeds: deedsOpenTo(found, person),
    isRegistrar: found.registeredBy === person.id && hasRole(person, witnessKeepers),
    isProposer: found.proposedBy === person.id,
    title: `${t('witness.proposal.title', { name })} · ${t('shell.name')}`,
  }
}

/** Takes the next step with the proposal. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireRole(request, witnessReaders)
  const form = await parseForm(request, proposalDeedForm)
  if (!form.ok) return data({ refused: undefined }, 422)
  const decision = await recordProposalDeed(params.proposalId!, form.data.deed, person, new Date())
  if (decision.ok) return redirect('/app/witnesses')
  if (decision.because === 'noSuchProposal') throw new Response(null, { status: 404 })
  return data({ refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Proposal() {
  return <ProposalPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />
}
