import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { LedgerPage } from '~/ledger/ledger-page'
import { ledgerFacts } from '~/ledger/served.server'
import { verifierSha256 } from '~/ledger/verifier.server'

/** The ledger is for everybody: whoever cannot sign in must be able to check it too. */
export async function loader({ request }: LoaderFunctionArgs) {
  const t = translatorOn(await languageOf(request))
  return { facts: await ledgerFacts(), verifierSha256, title: `${t('ledger.page.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Ledger() {
  return <LedgerPage {...useLoaderData<typeof loader>()} />
}
