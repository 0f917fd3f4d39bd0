import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { GuidePage } from '~/conversations/guides/guide-page'
import { findGuide } from '~/conversations/guides/rules'
import { guideWords } from '~/conversations/guides/words.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { hasRole, promisers } from '~/people/rules'
import { requirePerson } from '~/people/session.server'

/** One guide, for everyone who works here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const guide = findGuide(params.slug)
  if (!guide) throw new Response(null, { status: 404 })
  const language = await languageOf(request, person)
  const t = translatorOn(language)
  return {
    guide,
    words: guideWords[language][guide.slug],
    mayPromise: hasRole(person, promisers),
    title: `${t(`guides.name.${guide.slug}`)} · ${t('shell.name')}`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function GuideOpened() {
  const { guide, words, mayPromise } = useLoaderData<typeof loader>()
  return <GuidePage key={guide.slug} guide={guide} words={words} mayPromise={mayPromise} />
}
