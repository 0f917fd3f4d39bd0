import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { gateFor, stepIn } from '~/gates/door.server'
import { measuredOf, measurers } from '~/gates/measuring/entering'
import { listConfirmForm, listForm } from '~/gates/measuring/form'
import { MeasurementImportPage } from '~/gates/measuring/import-page'
import { lookAtList, unreadable } from '~/gates/measuring/looking'
import { stepAsked } from '~/gates/measuring/shown.server'
import { recordMeasurements } from '~/gates/measuring/store.server'
import { requireRole } from '~/people/session.server'
import { textOf } from '~/people/staff/bytes.server'
import { parseForm } from '~/ui/parse-form.server'

/** Where a list of measurements is chosen. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireRole(request, measurers)
  const { gate, t } = await gateFor(request, params.gateId)
  const step = stepAsked(gate, request)
  if (!step) throw new Response(null, { status: 404 })
  const { version, targetPct, criteria } = step
  const shown = { gateId: gate.id, gate: gate.name, version, targetPct, criteria }
  return { step: shown, title: `${t('gates.measuring.import.title')} · ${t('shell.name')}` }
}

/** Looks at a list and shows what it would enter; one that was looked at is entered as a whole, or not at all. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireRole(request, measurers)
  const { gate, today } = await gateFor(request, params.gateId)
  const confirmed = await parseForm(request.clone(), listConfirmForm)
  const form = confirmed.ok ? confirmed : await parseForm(request, listForm)
  if (!form.ok) return data({ failed: form, looked: undefined }, 422)
  const step = measuredOf(stepIn(gate, form.data.version))
  const read = 'file' in form.data ? await textOf(await form.data.file.bytes()) : undefined
  if (read && !read.ok) return data({ failed: undefined, looked: unreadable(read.because) }, 422)
  const text = 'text' in form.data ? form.data.text : (read?.value ?? '')
  const looked = lookAtList(text, step, today)
  if (looked.problemCount > 0) return data({ failed: undefined, looked }, 422)
  if (!confirmed.ok) return data({ failed: undefined, looked })
  const place = { gateId: gate.id, version: Number(form.data.version) }
  const decision = await recordMeasurements(place, looked.fresh, { way: 'csv', at: new Date() })
  if (decision.ok) return redirect(`/app/gates/${gate.id}/measurements?step=${place.version}&done=csv`)
  // Somebody entered one of these days in the meantime: looked at again, the line says so.
  const now = measuredOf(stepIn((await gateFor(request, params.gateId)).gate, form.data.version))
  return data({ failed: undefined, looked: lookAtList(text, now, today) }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ImportMeasurements() {
  const answer = useActionData<typeof action>()
  const { step } = useLoaderData<typeof loader>()
  return <MeasurementImportPage step={step} looked={answer?.looked} failed={answer?.failed} />
}
