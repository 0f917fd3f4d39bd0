import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { hasRole, promisers, roles } from '~/people/rules'
import { PromiseActs } from '~/promises/acts'
import { promiseFor } from '~/promises/door.server'
import { PromisePage } from '~/promises/promise-page'
import { movesOpenTo, sideOf } from '~/promises/rules'

/** One promise for who is signed in, with what they may do with it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, promise, t } = await promiseFor(request, params.promiseId, roles)
  const isOpen = promise.status === 'made' || promise.status === 'underWay'
  const acts = {
    moves: movesOpenTo(promise, person),
    mayAmend: isOpen && hasRole(person, promisers),
    mayShow: sideOf(person) !== undefined,
  }
  return { promise, acts, title: `${t('promises.name', { id: promise.id })} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function OnePromiseInside() {
  const { promise, acts } = useLoaderData<typeof loader>()
  return (
    <PromisePage promise={promise} home="/app/promises">
      <PromiseActs id={promise.id} {...acts} />
    </PromisePage>
  )
}
