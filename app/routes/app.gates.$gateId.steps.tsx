import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { gateFor } from '~/gates/door.server'
import { gateMakers } from '~/gates/hands'
import { stepForm } from '~/gates/making/form'
import { StepsPage } from '~/gates/making/steps-page'
import { recordStep } from '~/gates/making/store.server'
import { requireRole } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

/** Where a gate gets one more step. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireRole(request, gateMakers)
  const { gate, t } = await gateFor(request, params.gateId)
  return { gate, title: `${t('gates.newStep.title')} · ${t('shell.name')}` }
}

/** Adds it; whoever saw fewer steps than there are is told so. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireRole(request, gateMakers)
  const { gate } = await gateFor(request, params.gateId)
  const form = await parseForm(request, stepForm)
  if (!form.ok) return data({ failed: form }, 422)
  const { share, copyFrom, seen } = form.data
  const from = copyFrom === '' ? {} : { copyFrom: Number(copyFrom) }
  const decision = await recordStep(gate.id, { targetPct: Number(share), ...from, seen: Number(seen) }, person)
  if (decision.ok) return redirect(`/app/gates/${gate.id}?step=${decision.value.version}`)
  return data({ refused: decision.because, failed: { ok: false as const, problems: {}, values: form.data } }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewStep() {
  return <StepsPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
