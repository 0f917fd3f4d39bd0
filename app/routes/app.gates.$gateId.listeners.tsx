import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { gateFor } from '~/gates/door.server'
import { gateMakers } from '~/gates/hands'
import { tellNow } from '~/gates/machine/changed.server'
import { listenerDeedForm, listenerForm } from '~/gates/machine/form'
import { recordListener, removeListener, tellAgain } from '~/gates/machine/listeners.server'
import { ListenersPage } from '~/gates/machine/listeners-page'
import { listenersShown } from '~/gates/machine/listeners-shown.server'
import { requireRole } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

const wordsOfDone = ['told', 'removed'] as const

/** The programs that are told when a gate moves. Their secrets are shown once, when they are added. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireRole(request, gateMakers)
  const { gate, t } = await gateFor(request, params.gateId)
  const asked = new URL(request.url).searchParams
  const listeners = await listenersShown(gate.id)
  return {
    gate: { id: gate.id, name: gate.name },
    listeners,
    form: randomUUID(),
    removing: listeners.find(({ id }) => id === asked.get('remove')),
    done: wordsOfDone.find(word => word === asked.get('done')),
    title: `${t('gates.machine.title')} · ${gate.name} · ${t('shell.name')}`,
  }
}

/** Adds a program and shows its secret, tells one how the gate stands, or removes one. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireRole(request, gateMakers)
  const { gate } = await gateFor(request, params.gateId)
  const at = new Date()
  const deed = await parseForm(request.clone(), listenerDeedForm)
  if (deed.ok) {
    const isRemoval = deed.data.deed === 'remove'
    await (isRemoval ? removeListener(gate.id, deed.data.listenerId) : tellAgain(gate.id, deed.data.listenerId, at))
    if (!isRemoval) await tellNow(at)
    return redirect(`/app/gates/${gate.id}/listeners?done=${isRemoval ? 'removed' : 'told'}`)
  }
  const form = await parseForm(request, listenerForm)
  if (!form.ok) return data({ failed: form }, 422)
  const { address } = form.data
  const decision = await recordListener(gate.id, form.data, at)
  if (!decision.ok) return data({ refused: decision.because, typed: { address } }, 409)
  await tellNow(at)
  return { added: { address, secret: decision.value.secret } }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Listeners() {
  const { title: _, ...shown } = useLoaderData<typeof loader>()
  return <ListenersPage {...shown} answer={useActionData<typeof action>()} />
}
