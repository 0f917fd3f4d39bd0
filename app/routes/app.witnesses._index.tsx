import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { witnessKeepers, witnessReaders } from '~/ledger/witness'
import { witnessOverview } from '~/ledger/witnesses/overview.server'
import { WitnessesPage } from '~/ledger/witnesses/page'
import { hasRole } from '~/people/rules'
import { requireRole } from '~/people/session.server'

/** Who looks along with the ledger, and what this reader can do for it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, witnessReaders)
  const t = translatorOn(await languageOf(request, person))
  const title = `${t('witness.list.title')} · ${t('shell.name')}`
  return { ...(await witnessOverview(person)), isKeeper: hasRole(person, witnessKeepers), title }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Witnesses() {
  return <WitnessesPage {...useLoaderData<typeof loader>()} />
}
