import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { promiseJudges, promisers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { promiseFor } from '~/promises/door.server'
import { EvidencePage } from '~/promises/evidence-page'
import { evidenceForm } from '~/promises/form'
import { recordEvidence } from '~/promises/store.server'
import { parseForm } from '~/ui/parse-form.server'

const bothSides = [...promisers, ...promiseJudges] as const

/** Room for evidence, for both sides. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { promise, t } = await promiseFor(request, params.promiseId, bothSides)
  return { promise, title: `${t('promises.evidence.title', { id: promise.id })} · ${t('shell.name')}` }
}

/** Adds it, for good. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireRole(request, bothSides)
  const form = await parseForm(request, evidenceForm)
  if (!form.ok) return data({ failed: form }, 422)
  const decision = await recordEvidence(params.promiseId!, form.data.note, person, new Date())
  if (!decision.ok) throw new Response(null, { status: 404 })
  return redirect(`/app/promises/${params.promiseId}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function AddEvidence() {
  const answer = useActionData<typeof action>()
  return <EvidencePage promise={useLoaderData<typeof loader>().promise} failed={answer?.failed} />
}
