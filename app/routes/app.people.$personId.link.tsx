import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { config } from '~/config.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { mailIsConfigured } from '~/notices/mail.server'
import { createLink } from '~/people/links.server'
import { OneTimeLinkPage } from '~/people/one-time-link-page'
import { fullName, handOutLink, staffKeepers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { findById } from '~/people/store.server'

async function personAsked(personId: string | undefined) {
  const person = await findById(personId ?? '')
  if (!person) throw new Response(null, { status: 404 })
  return { id: person.id, name: fullName(person), decision: handOutLink(person, mailIsConfigured()) }
}

/** The page from which a staff keeper helps somebody in who has neither mail nor password. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const keeper = await requireRole(request, staffKeepers)
  const t = translatorOn(await languageOf(request, keeper))
  const { name, decision } = await personAsked(params.personId)
  const risk = decision.ok && decision.value.isRisky ? ('risky' as const) : undefined
  const caution = decision.ok ? risk : decision.because
  return { name, caution, title: `${t('people.oneLink.title', { name })} · ${t('shell.name')}` }
}

/** Makes the link and shows it once, unless this person asks for their own; a page that is asked for again makes another. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireRole(request, staffKeepers)
  const { id, decision } = await personAsked(params.personId)
  if (!decision.ok) return data({ address: undefined }, 409)
  return data({ address: `${config.origin}/app/sign-in/${await createLink(id, new Date())}` })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function PersonLink() {
  return <OneTimeLinkPage {...useLoaderData<typeof loader>()} address={useActionData<typeof action>()?.address} />
}
