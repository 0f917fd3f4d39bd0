import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { promiseJudges, promisers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { promiseFor } from '~/promises/door.server'
import { EvidencePage } from '~/promises/evidence/evidence-page'
import { evidenceForm } from '~/promises/evidence/form'
import { noteWith } from '~/promises/evidence/kinds'
import { fileSent, sealFile } from '~/promises/evidence/sealing.server'
import { recordEvidence } from '~/promises/evidence/store.server'
import { parseForm } from '~/ui/parse-form.server'

const bothSides = [...promisers, ...promiseJudges] as const

/** Room for evidence, for both sides. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { promise, t } = await promiseFor(request, params.promiseId, bothSides)
  return { promise, title: `${t('evidence.title', { id: promise.id })} · ${t('shell.name')}` }
}

/** Shows it as everybody will see it, with what is left of the file; only `publish` adds it, for good. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireRole(request, bothSides)
  const form = await parseForm(request, evidenceForm)
  if (!form.ok) return data({ failed: form }, 422)
  const { step, note, link = '' } = form.data
  const typed = { ok: false as const, problems: {}, values: { note, link } }
  if (step === 'write') return data({ failed: typed })
  const sent = await fileSent(form.data)
  if (!sent.ok) return data({ failed: typed, refused: sent.because }, 422)
  const file = sent.value
  if (step === 'preview') return data({ looked: { note, link, file: file && sealFile(file) } })
  const decision = await recordEvidence(params.promiseId!, { note: noteWith(note, link), file }, person, new Date())
  if (!decision.ok) throw new Response(null, { status: 404 })
  return redirect(`/app/promises/${params.promiseId}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function AddEvidence() {
  return <EvidencePage promise={useLoaderData<typeof loader>().promise} {...useActionData<typeof action>()} />
}
