import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { landingOf } from '~/conversations/landing'
import { LandingPage } from '~/conversations/landing-page'
import { talksOf } from '~/conversations/one-to-ones/overview.server'
import { groupOf } from '~/conversations/one-to-ones/shown'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { hasRole } from '~/people/rules'
import { requirePerson } from '~/people/session.server'

/** What somebody can do about conversations, and whether one waits for them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  const talks = await talksOf(person, new Date())
  return {
    parts: landingOf(person),
    isLead: hasRole(person, ['teamLead']),
    waiting: talks.filter(talk => groupOf(talk) === 'toAnswer').length,
    title: `${t('talks.title')} · ${t('shell.name')}`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Conversations() {
  return <LandingPage {...useLoaderData<typeof loader>()} />
}
