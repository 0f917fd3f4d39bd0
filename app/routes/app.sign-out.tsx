import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { endSession } from '~/people/session.server'

/** There is nothing to read here; leaving takes a button, so that no foreign picture signs people out. */
export const loader = () => redirect('/app/home')

/** Signs out in this browser; also for who was out already. */
export async function action({ request }: ActionFunctionArgs) {
  return redirect('/', { headers: { 'Set-Cookie': await endSession(request) } })
}
