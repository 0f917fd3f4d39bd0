import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { languageForm } from '~/people/form'
import { requirePerson } from '~/people/session.server'
import { chooseOwnLanguage } from '~/people/store.server'
import { parseForm } from '~/ui/parse-form.server'

/** There is nothing to read here. */
export const loader = () => redirect('/app/account')

/** Records in which language somebody reads. The page loads anew: its words are another file. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const form = await parseForm(request, languageForm)
  if (!form.ok) throw new Response(null, { status: 422 })
  await chooseOwnLanguage(person.id, form.data.language)
  return redirect('/app/account?saved=language')
}
