import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { PromisePage } from '~/promises/promise-page'
import { promiseShown } from '~/promises/showing.server'
import { requireOpenPage } from '~/promises/visibility.server'

export { ClosedRegister as ErrorBoundary } from '~/promises/closed-register'

/** One promise, for everybody, at an address that stays. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  requireOpenPage(request)
  const t = translatorOn(await languageOf(request))
  const shown = await promiseShown(params.promiseId!, new Date())
  if (!shown) throw new Response(null, { status: 404 })
  return { shown, title: `${t('promises.name', { id: shown.promise.id })} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function OnePromise() {
  return <PromisePage {...useLoaderData<typeof loader>().shown} home="/promises" />
}
