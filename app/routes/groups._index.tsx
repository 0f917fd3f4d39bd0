import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { openGroups } from '~/workgroups/open-groups.server'
import { OpenGroupsPage } from '~/workgroups/open-groups-page'

/** What working groups have and get, for everybody; it names nobody. */
export async function loader({ request }: LoaderFunctionArgs) {
  const t = translatorOn(await languageOf(request))
  return { groups: await openGroups(new Date()), title: `${t('groupHours.open.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Groups() {
  return <OpenGroupsPage groups={useLoaderData<typeof loader>().groups} />
}
