import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePerson } from '~/people/session.server'
import { answerWithFile } from '~/promises/evidence/answer.server'

/** The same file for who is signed in, also where the register is not for everybody. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePerson(request)
  return answerWithFile(request, params)
}
