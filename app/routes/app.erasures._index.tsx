import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { ErasuresPage } from '~/ledger/erasures/list-page'
import { listErasures } from '~/ledger/erasures/redacting.server'
import { erasureAskers, erasureReaders } from '~/ledger/erasures/redaction'
import { hasRole, staffKeepers } from '~/people/rules'
import { requireRole } from '~/people/session.server'

/** All requests to erase words. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, erasureReaders)
  const t = translatorOn(await languageOf(request, person))
  const may = { mayAsk: hasRole(person, erasureAskers), mayChangeKey: hasRole(person, staffKeepers) }
  return { rows: await listErasures(), ...may, title: `${t('erasure.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Erasures() {
  return <ErasuresPage {...useLoaderData<typeof loader>()} />
}
