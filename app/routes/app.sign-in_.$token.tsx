import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { LinkPage } from '~/people/link-page'
import { linkIsGood, useLink as spendLink } from '~/people/links.server'
import { firstPage } from '~/people/return-path'
import { endSession, startSession } from '~/people/session.server'

/** Shows one button: programs that look into mail open links, but press no buttons. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const isGood = await linkIsGood(params.token ?? '', new Date())
  const t = translatorOn(await languageOf(request))
  const title = `${t(isGood ? 'people.link.title' : 'people.link.goneTitle')} · ${t('shell.name')}`
  return data({ isGood, title }, isGood ? 200 : 410)
}

/** Uses the link up and signs its person in. */
export async function action({ request, params }: ActionFunctionArgs) {
  const personId = await spendLink(params.token ?? '', new Date())
  // The page itself says that the link is gone.
  if (!personId) return data(null, 410)
  await endSession(request)
  return redirect(firstPage, { headers: { 'Set-Cookie': await startSession(personId) } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function OneTimeLink() {
  return <LinkPage {...useLoaderData<typeof loader>()} />
}
