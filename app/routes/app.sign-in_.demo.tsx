import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { demoPersons } from '~/people/demo.server'
import { demoForm } from '~/people/form'
import { returnPath } from '~/people/return-path'
import { endSession, startSession } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

/** There is nothing to read here. */
export const loader = () => redirect('/app/sign-in')

/** Signs in as an invented person, with one tap, and only while this is a demo. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, demoForm)
  const everyone = await demoPersons()
  const person = form.ok && everyone.find(({ role }) => role === form.data.role)
  if (!person) throw new Response(null, { status: 404 })
  await endSession(request)
  const to = returnPath(new URL(request.url).searchParams.get('to'))
  return redirect(to, { headers: { 'Set-Cookie': await startSession(person.personId) } })
}
