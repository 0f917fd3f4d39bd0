import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { promisers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { AmendPage } from '~/promises/amend-page'
import { fixedBecause } from '~/promises/amending'
import { promiseFor } from '~/promises/door.server'
import { amendForm } from '~/promises/form'
import { recordAmendment } from '~/promises/store.server'
import { parseForm } from '~/ui/parse-form.server'

/** The words as they are now, to be amended. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { promise, t, today } = await promiseFor(request, params.promiseId, promisers)
  const title = `${t('promises.amend.title', { id: promise.id })} · ${t('shell.name')}`
  return { promise, fixed: fixedBecause(promise, today), title }
}

/** Puts new words beside the first ones. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireRole(request, promisers)
  const form = await parseForm(request, amendForm)
  if (!form.ok) return data({ failed: form }, 422)
  const { seen, reason, ...words } = form.data
  const decision = await recordAmendment(params.promiseId!, { seen, words, reason }, person, new Date())
  if (decision.ok) return redirect(`/app/promises/${params.promiseId}`)
  if (decision.because === 'noSuchPromise') throw new Response(null, { status: 404 })
  const failed = { ok: false as const, problems: {}, values: { ...words, reason } }
  return data({ failed, refused: decision.because, seen }, 409)
}

/** Also after a refusal the page is read anew: whoever was late must see what changed meanwhile. */
export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Amend() {
  return <AmendPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
