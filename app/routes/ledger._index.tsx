import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { entriesBefore } from '~/ledger/entries-page.server'
import { LedgerPage } from '~/ledger/ledger-page'
import { witnessesSeen } from '~/ledger/ledger-page.server'
import { releasedClient } from '~/ledger/released.server'
import { ledgerFacts } from '~/ledger/served.server'
import { verifierSha256 } from '~/ledger/verifier.server'
import { isOpen } from '~/promises/visibility.server'

/** How many entries the page shows itself; the others are a page further. */
const latestEntries = 20

/** The ledger is for everybody: whoever cannot sign in must be able to check it too. */
export async function loader({ request }: LoaderFunctionArgs) {
  const t = translatorOn(await languageOf(request))
  const { entries: latest } = await entriesBefore(undefined, latestEntries)
  const title = `${t('ledger.page.title')} · ${t('shell.name')}`
  const [facts, witnesses] = [await ledgerFacts(), await witnessesSeen()]
  return {
    facts,
    witnesses,
    latest,
    release: (await releasedClient()) ?? null,
    verifierSha256,
    isOpen: isOpen(request),
    title,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Ledger() {
  return <LedgerPage {...useLoaderData<typeof loader>()} />
}
