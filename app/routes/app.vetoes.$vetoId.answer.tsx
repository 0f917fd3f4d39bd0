import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { gateOpeners } from '~/gates/rules'
import { ActPage } from '~/gates/veto/act-page'
import { actForManagement } from '~/gates/veto/acting.server'
import { vetoFor } from '~/gates/veto/door.server'
import { answerForm } from '~/gates/veto/form'
import { vetoPromiseOf } from '~/gates/veto/reading.server'
import { vetoMovesOpenTo } from '~/gates/vetoes'
import { fullName } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

const moves = ['answer', 'accept', 'override'] as const

/** What management wants to do with a veto; setting one aside is shown to directors only. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireRole(request, gateOpeners)
  const { person, t, veto } = await vetoFor(request, params.vetoId)
  const asked = new URL(request.url).searchParams.get('move')
  const move = moves.find(known => known === asked)
  if (!move) throw new Response(null, { status: 404 })
  if (move === 'override') await requireRole(request, ['executive'])
  const promise = await vetoPromiseOf(veto.gate.workgroupId)
  const lacksPromise = move === 'override' && !promise
  const isOpen = !lacksPromise && vetoMovesOpenTo(veto, { roles: person.roles, isMember: false }).includes(move)
  const title = `${t(`vetoes.act.${move}.title`)} · ${t('shell.name')}`
  return { veto, move, isOpen, lacksPromise, promise, name: fullName(person), title }
}

/** Shows what was written; only `publish` does it, for good. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireRole(request, gateOpeners)
  const form = await parseForm(request, answerForm)
  if (!form.ok) return data({ step: 'write' as const, failed: form }, 422)
  const { step, move, reason } = form.data
  if (move === 'override') await requireRole(request, ['executive'])
  if (step !== 'publish') return data({ step, reason })
  const decision = await actForManagement(params.vetoId!, { move, reason }, person, new Date())
  if (decision.ok) return redirect(`/app/vetoes/${params.vetoId}`)
  return data({ step: 'write' as const, reason, refused: decision.because }, 409)
}

/** Also after a refusal the page is read anew: whoever was late must see what changed meanwhile. */
export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Answer() {
  return <ActPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
