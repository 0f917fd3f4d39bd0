import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { storedKeyForm } from '~/conversations/sealing/form'
import { ConversationKeyPage, keyNews } from '~/conversations/sealing/key-page'
import { findOwnKey, keepOwnKey } from '~/conversations/sealing/store.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { returnPath } from '~/people/return-path'
import { requirePerson } from '~/people/session.server'
import { passphraseOfDemo } from '~/preparation.server'
import { parseForm } from '~/ui/parse-form.server'

const wantedPage = (request: Request) => {
  const to = new URL(request.url).searchParams.get('to')
  return to === null ? undefined : returnPath(to)
}

/** Everybody's own key; the private half is locked before it comes here. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  const asked = new URL(request.url).searchParams.get('news')
  return {
    personId: person.id,
    stored: await findOwnKey(person.id),
    to: wantedPage(request),
    demoPassphrase: await passphraseOfDemo(),
    news: keyNews.find(one => one === asked),
    title: `${t('recordKey.title')} · ${t('shell.name')}`,
  }
}

/** Takes a key that a browser made, and sends its owner back to where it was needed. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const form = await parseForm(request, storedKeyForm)
  if (!form.ok) return data({ news: 'keyNotRight' as const }, 422)
  const decision = await keepOwnKey(person.id, form.data, dayIn(config.timeZone, new Date()))
  if (!decision.ok) return data({ news: decision.because }, 409)
  return redirect(wantedPage(request) ?? '/app/conversation-key')
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ConversationKey() {
  const { personId, stored, to, demoPassphrase, news } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <ConversationKeyPage {...{ personId, stored, to, demoPassphrase }} news={answer?.news ?? news} />
}
