import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'
import { ResultsList } from '~/pulses/results/list'
import { listPublished } from '~/pulses/results/store.server'

/** Everyone who works here may read every result. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  return { rounds: await listPublished(), title: `${t('results.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Results() {
  return <ResultsList rounds={useLoaderData<typeof loader>().rounds} />
}
