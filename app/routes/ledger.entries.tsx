import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { EntriesPage } from '~/ledger/entries-page'
import { entriesBefore } from '~/ledger/entries-page.server'
import { erasableIn } from '~/ledger/erasures/choice.server'
import { erasureAskers } from '~/ledger/erasures/redaction'
import { hasRole } from '~/people/rules'
import { findPerson } from '~/people/session.server'

/** Entries on one page: as many as somebody reads before turning over. */
const entriesPerPage = 50

/** The log in words, for everybody; `before` is the number of the entry to go back from. */
export async function loader({ request }: LoaderFunctionArgs) {
  const t = translatorOn(await languageOf(request))
  const person = await findPerson(request)
  const asked = new URL(request.url).searchParams.get('before') ?? ''
  const before = /^\d{1,9}$/.test(asked) ? Number(asked) : undefined
  const shown = await entriesBefore(before, entriesPerPage)
  const mayAsk = person !== undefined && hasRole(person, erasureAskers)
  const erasable = mayAsk ? await erasableIn(shown.entries.map(({ seq }) => seq)) : []
  return {
    ...shown,
    erasable,
    isNewest: before === undefined,
    title: `${t('ledger.entries.title')} · ${t('shell.name')}`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Entries() {
  return <EntriesPage {...useLoaderData<typeof loader>()} />
}
