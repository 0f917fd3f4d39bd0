import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { useWords } from '~/language/words'
import { hasRole, promisers } from '~/people/rules'
import { requirePerson } from '~/people/session.server'
import { RegisterPage } from '~/promises/register-page'
import { registerShown } from '~/promises/showing.server'
import { ButtonLink } from '~/ui/button'

/** The same register for who is signed in, with the way to a new promise for those who make them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  const shown = await registerShown(request.url, new Date())
  return { shown, mayPromise: hasRole(person, promisers), title: `${t('promises.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function PromisesInside() {
  const { t } = useWords()
  const { shown, mayPromise } = useLoaderData<typeof loader>()
  return (
    <RegisterPage {...shown} home="/app/promises">
      {mayPromise && (
        <p>
          <ButtonLink to="/app/promises/new">{t('promises.new.title')}</ButtonLink>
        </p>
      )}
    </RegisterPage>
  )
}
