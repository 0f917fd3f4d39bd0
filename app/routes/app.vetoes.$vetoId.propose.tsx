import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActPage } from '~/gates/veto/act-page'
import { proposeGroupMove } from '~/gates/veto/acting.server'
import { vetoForMember } from '~/gates/veto/door.server'
import { groupMoveForm } from '~/gates/veto/form'
import { vetoMovesOpenTo } from '~/gates/vetoes'
import { parseForm } from '~/ui/parse-form.server'

const moves = ['persuaded', 'escalate'] as const

/** What a member puts before the group about its veto. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, veto } = await vetoForMember(request, params.vetoId)
  const asked = new URL(request.url).searchParams.get('move')
  const move = moves.find(known => known === asked)
  if (!move) throw new Response(null, { status: 404 })
  const isOpen = vetoMovesOpenTo(veto, { roles: [], isMember: true }).includes(move)
  return { veto, move, isOpen, title: `${t(`vetoes.act.${move}.title`)} · ${t('shell.name')}` }
}

/** Makes a proposal of it; the vote itself is on the page of that proposal. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { t, veto, person, at } = await vetoForMember(request, params.vetoId)
  const form = await parseForm(request, groupMoveForm)
  if (!form.ok) return data({ failed: form }, 422)
  const { move, reason } = form.data
  if (!vetoMovesOpenTo(veto, { roles: [], isMember: true }).includes(move))
    return data({ reason, refused: 'vetoMovedOn' as const }, 409)
  const proposed = await proposeGroupMove(veto.id, form.data, { personId: person.id, at, t })
  if (proposed.ok) return redirect(`/app/proposals/${proposed.value.id}`)
  if (proposed.because === 'alreadyProposed') return redirect(`/app/proposals/${proposed.id}`)
  return data({ reason, refused: proposed.because }, 409)
}

export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Propose() {
  return <ActPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
