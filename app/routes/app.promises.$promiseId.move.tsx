import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { promiseJudges, promisers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { promiseFor } from '~/promises/door.server'
import { moveForm } from '~/promises/form'
import { MovePage } from '~/promises/move-page'
import { movesOpenTo, promiseMoves } from '~/promises/rules'
import { successorsOf } from '~/promises/showing.server'
import { recordMove } from '~/promises/store.server'
import { parseForm } from '~/ui/parse-form.server'

const bothSides = [...promisers, ...promiseJudges] as const

/** The step that the address names, for one promise. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, promise, t, today } = await promiseFor(request, params.promiseId, bothSides)
  const asked = new URL(request.url).searchParams.get('move')
  const move = promiseMoves.find(known => known === asked)
  if (!move) throw new Response(null, { status: 404 })
  const isOpen = movesOpenTo(promise, person, today).includes(move)
  const others = move === 'withdraw' ? await successorsOf(promise.id, new Date()) : []
  return { promise, move, isOpen, others, title: `${t(`promises.move.${move}.title`)} · ${t('shell.name')}` }
}

/** Takes the step, or says why not. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireRole(request, bothSides)
  const form = await parseForm(request, moveForm)
  if (!form.ok) return data({ typed: [form.values.note].flat()[0] }, 422)
  const decision = await recordMove(params.promiseId!, form.data, person, new Date())
  if (decision.ok) return redirect(`/app/promises/${params.promiseId}`)
  return data({ typed: form.data.note, refused: decision.because, seen: form.data.seen }, 409)
}

/** Also after a refusal the page is read anew: whoever was late must see what changed meanwhile. */
export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Move() {
  return <MovePage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
