import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { PromisePage } from '~/promises/promise-page'
import { findPromise } from '~/promises/reading.server'
import { todayHere } from '~/promises/store.server'

/** One promise, for everybody, at an address that stays. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const t = translatorOn(await languageOf(request))
  const promise = await findPromise(params.promiseId!, todayHere(new Date()))
  if (!promise) throw new Response(null, { status: 404 })
  return { promise, title: `${t('promises.name', { id: promise.id })} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function OnePromise() {
  return <PromisePage promise={useLoaderData<typeof loader>().promise} home="/promises" />
}
