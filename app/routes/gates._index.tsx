import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicGates } from '~/gates/machine/public.server'
import { PublicGatesPage } from '~/gates/machine/public-index-page'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requireOpenPage } from '~/promises/visibility.server'

export { ClosedGates as ErrorBoundary } from '~/gates/machine/closed-gates'

/** Every gate, for everybody. */
export async function loader({ request }: LoaderFunctionArgs) {
  requireOpenPage(request)
  const t = translatorOn(await languageOf(request))
  return { gates: await publicGates(), title: `${t('gates.public.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Gates() {
  return <PublicGatesPage gates={useLoaderData<typeof loader>().gates} />
}
