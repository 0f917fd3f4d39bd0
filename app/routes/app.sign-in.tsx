import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { mailIsConfigured } from '~/notices/mail.server'
import { demoPersons } from '~/people/demo.server'
import { signInForm } from '~/people/form'
import { countTry, forgetTries } from '~/people/guessing.server'
import { whoSignsIn } from '~/people/password.server'
import { returnPath } from '~/people/return-path'
import { endSession, findPerson, startSession } from '~/people/session.server'
import { SignInPage } from '~/people/sign-in-page'
import { demoPassphrase } from '~/preparation.server'
import { parseForm } from '~/ui/parse-form.server'
import { tooManyTries } from '~/ui/too-many-tries.server'

const wantedPage = (request: Request) => returnPath(new URL(request.url).searchParams.get('to'))

/** The door for everybody; who is in already goes on. */
export async function loader({ request }: LoaderFunctionArgs) {
  if (await findPerson(request)) throw redirect(wantedPage(request))
  const t = translatorOn(await languageOf(request))
  const demoRoles = (await demoPersons()).map(({ role }) => role)
  return {
    to: wantedPage(request),
    demoRoles,
    demoPassphrase,
    canMail: mailIsConfigured(),
    title: `${t('people.signIn.title')} · ${t('shell.name')}`,
  }
}

/** Signs in with e-mail and password. Unknown person and wrong password are one answer. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, signInForm)
  if (!form.ok) return data(form, 422)
  const { email, password } = form.data
  const waitSeconds = countTry({ what: 'password', email, sourceKey: context.sourceKey }, new Date())
  if (waitSeconds > 0) return tooManyTries(waitSeconds)
  const personId = await whoSignsIn(email, password)
  if (!personId) return data({ ok: false, isWrong: true, values: { email } } as const, 401)
  forgetTries({ email, sourceKey: context.sourceKey })
  await endSession(request)
  return redirect(wantedPage(request), { headers: { 'Set-Cookie': await startSession(personId) } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function SignIn() {
  return <SignInPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
