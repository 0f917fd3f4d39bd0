import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { gateFor, stepIn } from '~/gates/door.server'
import type { GateEvent } from '~/gates/headline'
import { historyOf } from '~/gates/history.server'
import { openingForm } from '~/gates/opening/form'
import { OpeningPage } from '~/gates/opening/page'
import { recordOpening, stepBack } from '~/gates/opening.server'
import { openStep } from '~/gates/rules'
import { parseForm } from '~/ui/parse-form.server'

const isStepBack = ({ type, reason }: GateEvent) => type === 'gate.moved' && reason !== undefined

/** What opening a step, or stepping back from the open one, will do. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { gate, may, t } = await gateFor(request, params.gateId)
  const asked = new URL(request.url).searchParams
  const deed = asked.get('deed') === 'back' ? ('back' as const) : ('open' as const)
  const open = deed === 'back' ? openStep(gate)?.version : undefined
  const step = stepIn(gate, asked.get('step') ?? open?.toString())
  const mayDo = deed === 'back' ? may.stepBack : may.open
  const lastBack = deed === 'open' ? (await historyOf(gate)).find(isStepBack) : undefined
  const title = `${t(`gates.opening.title.${deed}`, { pct: step.targetPct })} · ${t('shell.name')}`
  return { gate, version: step.version, deed, mayDo, lastBack, title }
}

/** Opens it if nothing holds it, or steps back at once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { gate, may, person, at } = await gateFor(request, params.gateId)
  if (!may.open && !may.stepBack) throw new Response(null, { status: 403 })
  const form = await parseForm(request, openingForm)
  if (!form.ok) return data({ typed: [form.values.reason].flat()[0] }, 422)
  const { deed, version, reason = '' } = form.data
  if (!(deed === 'open' ? may.open : may.stepBack)) throw new Response(null, { status: 403 })
  const place = { gateId: gate.id, version: stepIn(gate, version).version }
  const decision = await (deed === 'open' ? recordOpening(place, person, at) : stepBack(place, reason, person, at))
  if (decision.ok) return redirect(`/app/gates/${gate.id}`)
  return data({ refused: decision.because, typed: reason }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Opening() {
  return <OpeningPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
