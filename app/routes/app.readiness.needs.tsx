import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { hasRole, promisers } from '~/people/rules'
import { requirePerson } from '~/people/session.server'
import { NeedsPage } from '~/readiness/needs/page'

/** Everyone who works here may read what helps: nothing of it is about anybody. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  return { mayPromise: hasRole(person, promisers), title: `${t('readiness.needs.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Needs() {
  return <NeedsPage mayPromise={useLoaderData<typeof loader>().mayPromise} />
}
