import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { phases } from '~/gates/phases'
import { caseToWalk } from '~/gates/use-cases/door.server'
import { EnterPage } from '~/gates/use-cases/enter-page'
import { phaseForm } from '~/gates/use-cases/form'
import { recordPhase } from '~/gates/use-cases/recording.server'
import { parseForm } from '~/ui/parse-form.server'

/** What going on to the next phase means; behind the last phase there is none, and before something is missing neither. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { useCase, t } = await caseToWalk(request, params.useCaseId)
  const { id, name, phase, missing } = useCase
  const next = phases[phases.indexOf(phase) + 1]
  if (!next || missing.length > 0) throw redirect(`/app/use-cases/${id}`)
  const title = `${t('phases.enter.title', { phase: t(`phases.name.${next}`) })} · ${t('shell.name')}`
  return { useCase: { id, name, phase }, next, title }
}

/** Goes on, when everything that was asked for is there. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { useCase, by } = await caseToWalk(request.clone(), params.useCaseId)
  const form = await parseForm(request, phaseForm)
  if (!form.ok) throw new Response(null, { status: 400 })
  const decision = await recordPhase(useCase.id, form.data.to, by)
  if (decision.ok) return redirect(`/app/use-cases/${useCase.id}`)
  if (decision.because === 'phaseSkipped' || decision.because === 'outputsMissing')
    return data({ refused: decision.because }, 409)
  throw new Response(null, { status: 403 })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function EnterPhase() {
  return <EnterPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />
}
