import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'
import { HubPage } from '~/workgroups/hub-page'
import { figuresOf, groupShown, ownStanding } from '~/workgroups/reading.server'

/** A working group at a glance, for everybody who works here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  const shown = await groupShown(params.groupId!, new Date())
  return {
    ...shown,
    figures: await figuresOf(shown.group.id, new Date()),
    own: await ownStanding(shown.group.id, person, new Date()),
    title: `${shown.group.name} · ${t('shell.name')}`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Group() {
  const { title: _, ...page } = useLoaderData<typeof loader>()
  return <HubPage {...page} />
}
