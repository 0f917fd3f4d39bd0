import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OneToOnesPage } from '~/conversations/one-to-ones/list-page'
import { searchIn, talksOf, waysIn } from '~/conversations/one-to-ones/overview.server'
import { inGroups, isMeant, mostInGroup } from '~/conversations/one-to-ones/shown'
import { SharedWithMe } from '~/conversations/record/shared-with-me'
import { listSharedWith } from '~/conversations/record/sharing.server'
import { todayHere } from '~/conversations/record/store.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'

/** The one-to-ones of whoever asks; there is no way to ask for anybody else's. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  const typed = searchIn(request)
  const talks = await talksOf(person, new Date())
  return {
    groups: inGroups(talks.filter(({ name }) => isMeant(name, typed))),
    typed,
    isLong: talks.length > mostInGroup,
    may: await waysIn(person),
    shared: await listSharedWith(person.id, todayHere(new Date())),
    isGone: new URL(request.url).searchParams.has('gone'),
    title: `${t('talks.list.title')} · ${t('shell.name')}`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function OneToOnes() {
  const { shared, ...list } = useLoaderData<typeof loader>()
  return (
    <OneToOnesPage {...list}>
      <SharedWithMe shared={shared} />
    </OneToOnesPage>
  )
}
