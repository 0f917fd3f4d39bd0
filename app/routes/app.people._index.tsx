import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { PeoplePage } from '~/people/people-page'
import { staffKeepers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { staffOverview } from '~/people/staff/overview.server'

/** The list of people, for who keeps it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, staffKeepers)
  const t = translatorOn(await languageOf(request, person))
  const asked = new URL(request.url).searchParams
  const search = asked.get('search')?.slice(0, 100) ?? ''
  const staff = await staffOverview(search, Number(asked.get('page')))
  return { staff, search, applied: asked.has('applied'), title: `${t('people.list.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function People() {
  const { staff, search, applied } = useLoaderData<typeof loader>()
  return <PeoplePage staff={staff} search={search} applied={applied} />
}
