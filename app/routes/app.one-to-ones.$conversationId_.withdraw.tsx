import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { withdrawalFor } from '~/conversations/record/page.server'
import { WithdrawPage } from '~/conversations/record/withdraw-page'
import { withdraw } from '~/conversations/retention/destroying.server'
import { requirePerson } from '~/people/session.server'

/** Says what taking a record back does. */
export const loader = ({ request, params }: LoaderFunctionArgs) => withdrawalFor(request, params.conversationId)

/** Destroys the record of an employee who wants that; doing it twice is harmless. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const { conversationId } = await withdrawalFor(request, params.conversationId)
  await withdraw(conversationId, person, new Date())
  return redirect(`/app/one-to-ones/${conversationId}/record`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function WithdrawRecord() {
  return <WithdrawPage withdrawal={useLoaderData<typeof loader>()} />
}
