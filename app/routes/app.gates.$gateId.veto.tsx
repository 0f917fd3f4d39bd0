import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { proposeVeto } from '~/gates/veto/acting.server'
import { gateForMember } from '~/gates/veto/door.server'
import { vetoForm } from '~/gates/veto/form'
import { NewVetoPage } from '~/gates/veto/new-page'
import { criteriaToVeto } from '~/gates/veto/reading.server'
import { parseForm } from '~/ui/parse-form.server'

/** The criteria of this gate that are fixed, for a member who proposes a veto. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { gate, t } = await gateForMember(request, params.gateId)
  const { id, name } = gate
  const title = `${t('vetoes.new.title')} · ${t('shell.name')}`
  const step = Number(new URL(request.url).searchParams.get('step'))
  return { gate: { id, name }, against: criteriaToVeto(gate, step), title }
}

/** Puts the veto before the group; the vote itself is on the page of the proposal. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { gate, person, at, t } = await gateForMember(request, params.gateId)
  const form = await parseForm(request, vetoForm)
  if (!form.ok) return data({ failed: form }, 422)
  const { against, ...words } = form.data
  const [version, criterion] = against.split('.').map(Number) as [number, number]
  const proposed = await proposeVeto(gate.id, { version, criterion, ...words }, { personId: person.id, at, t })
  if (proposed.ok) return redirect(`/app/proposals/${proposed.value.id}`)
  if (proposed.because === 'alreadyProposed') return redirect(`/app/proposals/${proposed.id}`)
  return data({ refused: proposed.because, failed: { ok: false as const, problems: {}, values: form.data } }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Veto() {
  return <NewVetoPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
