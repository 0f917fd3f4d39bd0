import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePerson } from '~/people/session.server'
import { answerWithReceipt } from '~/workgroups/budget/receipts.server'

/** The receipt of a booking, for who is signed in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePerson(request)
  return answerWithReceipt(params.groupId ?? '', Number(params.number))
}
