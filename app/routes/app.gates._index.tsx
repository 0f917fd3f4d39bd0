import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { GatesPage } from '~/gates/gates-page'
import { gateMakers } from '~/gates/hands'
import { listGates } from '~/gates/store.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { hasRole } from '~/people/rules'
import { requirePerson } from '~/people/session.server'

/** Every gate, for everybody who is signed in. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  const title = `${t('gates.index.title')} · ${t('shell.name')}`
  return { gates: await listGates(), mayMake: hasRole(person, gateMakers), title }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Gates() {
  return <GatesPage {...useLoaderData<typeof loader>()} />
}
