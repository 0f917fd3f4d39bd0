import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { posterFacts } from '~/ledger/poster.server'
import { PosterPage } from '~/ledger/poster-page'

/** The poster for the wall; anybody may print it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const t = translatorOn(await languageOf(request))
  const facts = (await posterFacts()) ?? null
  return { facts, title: `${t('ledger.poster.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Poster() {
  return <PosterPage facts={useLoaderData<typeof loader>().facts} />
}
