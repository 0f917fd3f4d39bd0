import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EraseRecordsPage } from '~/conversations/own/erase-records-page'
import { ownRecords, withdrawAll } from '~/conversations/own/things.server'
import { sureForm } from '~/conversations/sealing/form'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

/** Which records go when an employee withdraws all of them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  const records = await ownRecords(person.id, new Date())
  return {
    records: records.map(({ conversationId, heldOn, ...record }) => ({ conversationId, heldOn, with: record.with })),
    title: `${t('own.erase.title')} · ${t('shell.name')}`,
  }
}

/** Withdraws every record of whoever asks; the same once more does nothing more. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const form = await parseForm(request, sureForm)
  if (!form.ok) return data({ isUnsure: true }, 422)
  await withdrawAll(person, new Date())
  return redirect('/app/own?gone')
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function EraseRecords() {
  const { records } = useLoaderData<typeof loader>()
  return <EraseRecordsPage records={records} isUnsure={useActionData<typeof action>()?.isUnsure ?? false} />
}
