import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { config } from '~/config.server'
import { gateFor } from '~/gates/door.server'
import { measurers } from '~/gates/measuring/entering'
import { meterForm, removeMeterForm } from '~/gates/measuring/form'
import { addMeter, listMeters, removeMeter } from '~/gates/measuring/meters.server'
import { MetersPage } from '~/gates/measuring/meters-page'
import { requireRole } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

/** The programs that may send measurements of a gate. Their secrets are shown once, when they are added. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireRole(request, measurers)
  const { gate, t } = await gateFor(request, params.gateId)
  const asked = new URL(request.url).searchParams
  const meters = await listMeters(gate.id)
  const named = (name: string) => meters.find(({ id }) => id === asked.get(name))
  const removing = named('remove')
  return {
    gate: { id: gate.id, name: gate.name },
    address: `${config.origin}/gates/${gate.id}/measurements`,
    meters,
    removing: removing?.removedOn ? undefined : removing,
    gone: named('gone')?.name,
    title: `${t('gates.measuring.meters.title')} · ${t('shell.name')}`,
  }
}

/** Adds a program and shows its secret, or removes one. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireRole(request, measurers)
  const { gate } = await gateFor(request, params.gateId)
  const removal = await parseForm(request.clone(), removeMeterForm)
  if (removal.ok) {
    const { meterId } = removal.data
    const decision = await removeMeter(gate.id, meterId, new Date())
    if (decision.ok) return redirect(`/app/gates/${gate.id}/meters?gone=${meterId}`)
    return data({ refused: decision.because }, 409)
  }
  const form = await parseForm(request, meterForm)
  if (!form.ok) return data({ failed: form }, 422)
  const decision = await addMeter(gate.id, form.data.name, new Date())
  if (decision.ok) return { added: decision.value }
  return data({ refused: decision.because, typed: form.data }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Meters() {
  const { title: _, ...shown } = useLoaderData<typeof loader>()
  return <MetersPage {...shown} answer={useActionData<typeof action>()} />
}
