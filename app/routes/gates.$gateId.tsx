import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicGate } from '~/gates/machine/public.server'
import { PublicGatePage } from '~/gates/machine/public-page'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requireOpenPage } from '~/promises/visibility.server'

export { ClosedGates as ErrorBoundary } from '~/gates/machine/closed-gates'

/** One gate, for everybody, at an address that stays. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  requireOpenPage(request)
  const t = translatorOn(await languageOf(request))
  const gate = await publicGate(params.gateId!, new Date())
  if (!gate) throw new Response(null, { status: 404 })
  return { gate, title: `${gate.name} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function OneGate() {
  return <PublicGatePage gate={useLoaderData<typeof loader>().gate} />
}
