import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { config } from '~/config.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { ledgerTasksOf } from '~/ledger/keeping'
import { KeepingPage } from '~/ledger/keeping-page'
import { requirePerson } from '~/people/session.server'

/** The ledger for who is signed in. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  const isOpen = config.promisesVisibility === 'public'
  return { tasks: ledgerTasksOf(person), isOpen, title: `${t('ledger.page.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function KeepLedger() {
  return <KeepingPage {...useLoaderData<typeof loader>()} />
}
