import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { RegisterPage } from '~/promises/register-page'
import { registerShown } from '~/promises/showing.server'
import { requireOpenPage } from '~/promises/visibility.server'

export { ClosedRegister as ErrorBoundary } from '~/promises/closed-register'

/** The register of promises, for everybody. */
export async function loader({ request }: LoaderFunctionArgs) {
  requireOpenPage(request)
  const t = translatorOn(await languageOf(request))
  return { shown: await registerShown(request.url, new Date()), title: `${t('promises.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { tagName: 'link', rel: 'alternate', type: 'application/atom+xml', href: '/promises.atom' },
]

export default function Promises() {
  return <RegisterPage {...useLoaderData<typeof loader>().shown} home="/promises" />
}
