import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { passwordForm } from '~/people/form'
import { countTry, forgetTries } from '~/people/guessing.server'
import { changePassword, hasPassword } from '~/people/password.server'
import { PasswordPage } from '~/people/password-page'
import { requirePerson, startSession } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'
import { tooManyTries } from '~/ui/too-many-tries.server'

/** Everybody may choose a password for themselves. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  return {
    hasPassword: await hasPassword(person.id),
    email: person.email,
    title: `${t('people.password.title')} · ${t('shell.name')}`,
  }
}

/** Changes the password, signs out everywhere, and signs this browser in anew. */
export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const form = await parseForm(request, passwordForm)
  if (!form.ok) return data(form, 422)
  const attempt = { what: 'password', email: person.email, sourceKey: context.sourceKey } as const
  const waitSeconds = countTry(attempt, new Date())
  if (waitSeconds > 0) return tooManyTries(waitSeconds)
  const decision = await changePassword(person.id, form.data.currentPassword, form.data.nextPassword)
  if (!decision.ok) return data({ ok: false, refused: decision.because } as const, 409)
  forgetTries(attempt)
  return redirect('/app/account?saved=password', { headers: { 'Set-Cookie': await startSession(person.id) } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Password() {
  const { hasPassword, email } = useLoaderData<typeof loader>()
  return <PasswordPage hasPassword={hasPassword} email={email} answer={useActionData<typeof action>()} />
}
