import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { ErasurePage } from '~/ledger/erasures/page'
import { findErasure, judgeErasure } from '~/ledger/erasures/redacting.server'
import { decideErasure, erasureJudges, erasureReaders } from '~/ledger/erasures/redaction'
import { requireRole } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

const verdictForm = z.object({ verdict: z.enum(['granted', 'refused']) })

/** One request to erase words. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireRole(request, erasureReaders)
  const found = await findErasure(params.requestId ?? '')
  if (!found) throw new Response(null, { status: 404 })
  const { requestedBy, ...erasure } = found
  const open = { state: erasure.state, requestedBy, isThere: erasure.words !== null }
  const mayDecide = decideErasure(open, 'refused', person).ok
  const t = translatorOn(await languageOf(request, person))
  return { erasure, mayDecide, title: `${t(`erasure.one.${erasure.state}`)} · ${t('shell.name')}` }
}

/** Grants or refuses it, once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireRole(request, erasureJudges)
  const form = await parseForm(request, verdictForm)
  if (!form.ok) return data({}, 422)
  const decision = await judgeErasure(params.requestId ?? '', form.data.verdict, person, new Date())
  if (decision.ok) return redirect(`/app/erasures/${params.requestId}`)
  return data({ refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Erasure() {
  return <ErasurePage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
