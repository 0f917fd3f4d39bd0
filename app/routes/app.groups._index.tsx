import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { hasRole } from '~/people/rules'
import { requirePerson } from '~/people/session.server'
import { GroupsPage } from '~/workgroups/groups-page'
import { groupLines } from '~/workgroups/reading.server'
import { founders } from '~/workgroups/rules'

/** Every working group of the house, for everybody who works here. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  return {
    groups: await groupLines(new Date()),
    mayFound: hasRole(person, founders),
    title: `${t('groups.title')} · ${t('shell.name')}`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Groups() {
  const { groups, mayFound } = useLoaderData<typeof loader>()
  return <GroupsPage groups={groups} mayFound={mayFound} />
}
