import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { longestSearch } from '~/conversations/guides/finding'
import { GuideListPage } from '~/conversations/guides/list-page'
import { heardIn } from '~/conversations/guides/words.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'

/** Everyone who works here may read the guides: staff know what managers are told to say. */
export async function loader({ request }: LoaderFunctionArgs) {
  const language = await languageOf(request, await requirePerson(request))
  const t = translatorOn(language)
  const asked = new URL(request.url).searchParams.get('q')?.slice(0, longestSearch) ?? ''
  return { asked, heard: heardIn(language), title: `${t('guides.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Guides() {
  const { asked, heard } = useLoaderData<typeof loader>()
  return <GuideListPage key={asked} asked={asked} heard={heard} />
}
