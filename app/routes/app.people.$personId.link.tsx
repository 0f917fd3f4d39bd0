import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { config } from '~/config.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { createLink } from '~/people/links.server'
import { OneTimeLinkPage } from '~/people/one-time-link-page'
import { fullName, staffKeepers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { findById } from '~/people/store.server'

async function personAsked(personId: string | undefined) {
  const person = await findById(personId ?? '')
  if (!person) throw new Response(null, { status: 404 })
  return { id: person.id, name: fullName(person) }
}

/** The page from which a staff keeper helps somebody in who has neither mail nor password. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const keeper = await requireRole(request, staffKeepers)
  const t = translatorOn(await languageOf(request, keeper))
  const { name } = await personAsked(params.personId)
  return { name, title: `${t('people.oneLink.title', { name })} · ${t('shell.name')}` }
}

/** Makes the link and shows it once; a page that is asked for again makes another. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireRole(request, staffKeepers)
  const { id } = await personAsked(params.personId)
  return data({ address: `${config.origin}/app/sign-in/${await createLink(id, new Date())}` })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function PersonLink() {
  return (
    <OneTimeLinkPage name={useLoaderData<typeof loader>().name} address={useActionData<typeof action>()?.address} />
  )
}
