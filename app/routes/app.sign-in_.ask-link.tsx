import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { config } from '~/config.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { mailIsConfigured } from '~/notices/mail.server'
import { AskLinkPage } from '~/people/ask-link-page'
import { askLinkForm } from '~/people/form'
import { countTry } from '~/people/guessing.server'
import { mailLink } from '~/people/links.server'
import { parseForm } from '~/ui/parse-form.server'
import { tooManyTries } from '~/ui/too-many-tries.server'

/** The page after asking: the same for everybody, whether they work here or not. */
export async function loader({ request }: LoaderFunctionArgs) {
  const t = translatorOn(await languageOf(request))
  const isSent = new URL(request.url).searchParams.has('sent')
  const title = `${t(isSent ? 'people.link.sentTitle' : 'people.signIn.linkTitle')} · ${t('shell.name')}`
  return { isSent, canMail: mailIsConfigured(), title }
}

/** Mails a one-time link to who works here, and answers before that is done: the time tells nobody anything. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, askLinkForm)
  if (!form.ok) return data(form, 422)
  const email = form.data.linkEmail
  const waitSeconds = countTry({ what: 'link', email, sourceKey: context.sourceKey }, new Date())
  if (waitSeconds > 0) return tooManyTries(waitSeconds)
  const readersLanguage = await languageOf(request)
  void mailLink(email, new Date(), (token, ownLanguage) => {
    const language = ownLanguage ?? readersLanguage
    const t = translatorOn(language)
    const address = `${config.origin}/app/sign-in/${token}`
    return { language, subject: t('people.mail.linkSubject'), text: t('people.mail.linkText', { address }) }
  })
  return redirect('/app/sign-in/ask-link?sent')
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function AskLink() {
  return <AskLinkPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
