import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { gateFor, stepIn } from '~/gates/door.server'
import { enterAll, measuredOf, measurers } from '~/gates/measuring/entering'
import { measurementForm, measurementTyped } from '~/gates/measuring/form'
import { MeasurementsPage } from '~/gates/measuring/page'
import { isOpenForMeasuring, stepAsked, withMeters } from '~/gates/measuring/shown.server'
import { recordMeasurements } from '~/gates/measuring/store.server'
import { hasRole } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

const wordsOfDone = ['form', 'stood', 'csv'] as const

/** What was measured of a step, for everybody who is signed in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, gate, today, t } = await gateFor(request, params.gateId)
  const step = stepAsked(gate, request)
  const told = new URL(request.url).searchParams.get('done')
  const shown = {
    gate: { id: gate.id, name: gate.name },
    steps: gate.steps.map(({ version, targetPct }) => ({ version, targetPct })),
    step: step && (await withMeters(gate.id, step)),
    mayEnter: hasRole(person, measurers),
    isOpen: step !== undefined && isOpenForMeasuring(step, today),
    done: wordsOfDone.find(word => word === told),
  }
  return { shown, title: `${t('gates.measuring.title')} · ${gate.name} · ${t('shell.name')}` }
}

/** Shows a measurement as it will stand; only `publish` enters it, for good. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireRole(request, measurers)
  const { gate, today } = await gateFor(request, params.gateId)
  const form = await parseForm(request, measurementForm)
  if (!form.ok) return data({ step: 'write' as const, failed: form }, 422)
  const { step, ...typed } = form.data
  if (step === 'write') return { step, typed }
  const place = { gateId: gate.id, version: Number(typed.version) }
  const one = measurementTyped(typed)
  const [asked] = enterAll(measuredOf(stepIn(gate, typed.version)), [one], today)
  if (!asked?.ok) return data({ step: 'write' as const, typed, refused: asked?.because }, 409)
  if (step === 'preview') return { step, typed }
  const decision = await recordMeasurements(place, [one], { way: 'form', at: new Date() })
  if (!decision.ok) return data({ step: 'write' as const, typed, refused: decision.because }, 409)
  const done = decision.value > 0 ? 'form' : 'stood'
  return redirect(`/app/gates/${gate.id}/measurements?step=${typed.version}&done=${done}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Measurements() {
  return <MeasurementsPage shown={useLoaderData<typeof loader>().shown} answer={useActionData<typeof action>()} />
}
