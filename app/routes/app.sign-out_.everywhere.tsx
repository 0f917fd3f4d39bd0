import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { endAllSessions, endSession, requirePerson } from '~/people/session.server'

/** There is nothing to read here. */
export const loader = () => redirect('/app/home')

/** Signs somebody out in every browser they are signed in with. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  await endAllSessions(person.id)
  return redirect('/', { headers: { 'Set-Cookie': await endSession(request) } })
}
