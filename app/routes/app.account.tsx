import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { AccountPage } from '~/people/account-page'
import { hasPassword } from '~/people/password.server'
import { fullName } from '~/people/rules'
import { requirePerson } from '~/people/session.server'

/** Everybody's own account: what is known of them, language, password, signing out. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  const saved = new URL(request.url).searchParams.get('saved')
  const { email, roles, language } = person
  const self = { name: fullName(person), email, roles, language }
  return {
    self,
    saved,
    hasPassword: await hasPassword(person.id),
    title: `${t('people.account.title')} · ${t('shell.name')}`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Account() {
  const { self, saved, hasPassword } = useLoaderData<typeof loader>()
  return <AccountPage self={self} saved={saved} hasPassword={hasPassword} />
}
