import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { fullName } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { endConfidant, likelyConfidants, listConfidants, recordConfidant } from '~/pulses/comments/confidants.server'
import { ConfidantsPage } from '~/pulses/comments/confidants-page'
import { confidantKeepers } from '~/pulses/comments/holds'
import { parseForm } from '~/ui/parse-form.server'

/** What the works council does about a confidant. */
const confidantForm = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('appoint'), email: z.string().trim().min(1).max(320) }),
  z.object({ deed: z.literal('end'), personId: z.string().min(1).max(64) }),
])

/** Who reads comments first; the works council names them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, confidantKeepers)
  const t = translatorOn(await languageOf(request, person))
  const likely = (await likelyConfidants()).map(one => ({ email: one.email, name: fullName(one) }))
  const title = `${t('comments.confidants.title')} · ${t('shell.name')}`
  return { confidants: await listConfidants(), likely, title }
}

/** Names a confidant, or ends their task. */
export async function action({ request }: ActionFunctionArgs) {
  await requireRole(request, confidantKeepers)
  const form = await parseForm(request, confidantForm)
  if (!form.ok) return data({ refused: 'required' as const }, 422)
  if (form.data.deed === 'end') {
    await endConfidant(form.data.personId)
    return redirect('/app/comments/confidants')
  }
  const { email } = form.data
  const decision = await recordConfidant(email, new Date())
  return decision.ok ? redirect('/app/comments/confidants') : data({ typed: email, refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Confidants() {
  return <ConfidantsPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
