import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { VetoListPage } from '~/gates/veto/list-page'
import { outcomesOf } from '~/gates/veto/outcome'
import { listVetoes } from '~/gates/veto/reading.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'

/** All vetoes and what they brought, for everybody who is signed in. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const vetoes = await listVetoes(new Date())
  const t = translatorOn(await languageOf(request, person))
  return { vetoes, outcomes: outcomesOf(vetoes), title: `${t('vetoes.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Vetoes() {
  return <VetoListPage {...useLoaderData<typeof loader>()} />
}
