import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { sureForm } from '~/conversations/sealing/form'
import { loseOwnKey, lossesWithKey } from '~/conversations/sealing/losing.server'
import { ReplaceKeyPage } from '~/conversations/sealing/replace-page'
import { findOwnKey } from '~/conversations/sealing/store.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

/** What somebody loses with a key of which they forgot the passphrase. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  if (!(await findOwnKey(person.id))) throw redirect('/app/conversation-key')
  return { losses: await lossesWithKey(person.id), title: `${t('recordKey.replace.title')} · ${t('shell.name')}` }
}

/** Gives up the key of whoever is sure; the same once more does nothing more. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const form = await parseForm(request, sureForm)
  if (!form.ok) return data({ isUnsure: true }, 422)
  await loseOwnKey(person.id, new Date())
  return redirect('/app/conversation-key?news=lost')
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ReplaceKey() {
  const { losses } = useLoaderData<typeof loader>()
  return <ReplaceKeyPage losses={losses} isUnsure={useActionData<typeof action>()?.isUnsure ?? false} />
}
