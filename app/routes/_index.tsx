import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { publicOverview } from '~/pulses/overview.server'
import { PublicPage } from '~/pulses/public-page'

/** The front page is for everybody, signed in or not. */
export async function loader({ request }: LoaderFunctionArgs) {
  const t = translatorOn(await languageOf(request))
  const overview = await publicOverview()
  return { overview, title: `${t('shell.name')} · ${overview.organisationName}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Index() {
  return <PublicPage {...useLoaderData<typeof loader>().overview} />
}
