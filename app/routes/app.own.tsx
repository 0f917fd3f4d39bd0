import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { config } from '~/config.server'
import { everythingOf } from '~/conversations/own/everything.server'
import { OwnPage } from '~/conversations/own/own-page'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { fullName } from '~/people/rules'
import { requirePerson } from '~/people/session.server'

/** Everything the installation holds of whoever reads, and of nobody else. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  return {
    all: await everythingOf(person.id, new Date()),
    name: fullName(person),
    timeZone: config.timeZone,
    gone: new URL(request.url).searchParams.has('gone'),
    title: `${t('own.title')} · ${t('shell.name')}`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function AllAboutMe() {
  const { all, name, gone, timeZone } = useLoaderData<typeof loader>()
  return <OwnPage all={all} name={name} gone={gone} timeZone={timeZone} />
}
