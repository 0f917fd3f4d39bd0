import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { endShareForm } from '~/conversations/record/form'
import { RecordGonePage, RecordPage } from '~/conversations/record/page'
import { recordFor } from '~/conversations/record/page.server'
import { endShare } from '~/conversations/record/sharing.server'
import { requirePerson } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

/** The record of a one-to-one, for the two who talked and for whom the employee shares it with. */
export const loader = ({ request, params }: LoaderFunctionArgs) => recordFor(request, params.conversationId)

/** Ends a share; whoever has no script can do that too. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { id: personId } = await requirePerson(request)
  const form = await parseForm(request, endShareForm)
  if (!form.ok) throw new Response(null, { status: 400 })
  const conversationId = params.conversationId!
  const ended = await endShare({ conversationId, personId }, form.data.personId, new Date())
  if (ended.ok || ended.because === 'gone') return redirect(`/app/one-to-ones/${conversationId}/record`)
  throw new Response(null, { status: ended.because === 'notYours' ? 403 : 404 })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ConversationRecord() {
  const { record, gone } = useLoaderData<typeof loader>()
  return record ? <RecordPage record={record} /> : <RecordGonePage gone={gone} />
}
