import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { vetoFor } from '~/gates/veto/door.server'
import { vetoPromiseOf } from '~/gates/veto/reading.server'
import { VetoPage } from '~/gates/veto/veto-page'
import { vetoMovesOpenTo } from '~/gates/vetoes'

/** One veto, for everybody who is signed in, with what this reader can do. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, t, veto, isMember } = await vetoFor(request, params.vetoId)
  const promise = await vetoPromiseOf(veto.gate.workgroupId)
  const all = vetoMovesOpenTo(veto, { roles: person.roles, isMember })
  const moves = all.filter(move => promise || move !== 'override')
  return {
    veto,
    moves,
    promise,
    lacksPromise: moves.length < all.length,
    title: `${t('vetoes.name', { id: veto.id })} · ${t('shell.name')}`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Veto() {
  return <VetoPage {...useLoaderData<typeof loader>()} />
}
