import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { storedKeyForm } from '~/conversations/sealing/form'
import { RelockPage } from '~/conversations/sealing/relock-page'
import { findOwnKey, relockOwnKey } from '~/conversations/sealing/store.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

/** Where somebody gives their own key another passphrase; who has no key is sent to make one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  const stored = await findOwnKey(person.id)
  if (!stored) throw redirect('/app/conversation-key')
  return { personId: person.id, stored, title: `${t('recordKey.relock.title')} · ${t('shell.name')}` }
}

/** Takes the same key behind a new lock. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const form = await parseForm(request, storedKeyForm)
  if (!form.ok) return data({ refused: 'keyNotRight' as const }, 422)
  const decision = await relockOwnKey(person.id, form.data)
  if (!decision.ok) return data({ refused: decision.because }, 409)
  return redirect('/app/conversation-key?news=relocked')
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Relock() {
  const { personId, stored } = useLoaderData<typeof loader>()
  return <RelockPage personId={personId} stored={stored} refused={useActionData<typeof action>()?.refused} />
}
