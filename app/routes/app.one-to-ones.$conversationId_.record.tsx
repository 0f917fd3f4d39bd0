import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RecordGonePage, RecordPage } from '~/conversations/record/page'
import { recordFor } from '~/conversations/record/page.server'

/** The record of a one-to-one, for the two who talked and for whom the employee shares it with. */
export const loader = ({ request, params }: LoaderFunctionArgs) => recordFor(request, params.conversationId)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ConversationRecord() {
  const { record, gone } = useLoaderData<typeof loader>()
  return record ? <RecordPage record={record} /> : <RecordGonePage gone={gone} />
}
