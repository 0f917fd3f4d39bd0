import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { AttacksPage } from '~/ledger/attacks/page'
import { attackReport } from '~/ledger/attacks/report.server'

/** What was tried on this release, for everybody: also for whoever does not believe us. */
export async function loader({ request }: LoaderFunctionArgs) {
  const t = translatorOn(await languageOf(request))
  return { report: attackReport, title: `${t('attacks.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Attacks() {
  return <AttacksPage report={useLoaderData<typeof loader>().report} />
}
