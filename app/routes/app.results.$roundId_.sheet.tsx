import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { config } from '~/config.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { codeFor } from '~/ledger/poster.server'
import { requirePerson } from '~/people/session.server'
import { promisesByRound } from '~/promises/in-sight.server'
import { KeptPage } from '~/pulses/results/kept-page'
import { findKept, findResults } from '~/pulses/results/store.server'
import { SheetPage } from '~/pulses/results/wall/page'
import { sheetOf } from '~/pulses/results/wall/rules'
import { organisationName } from '~/pulses/store.server'

/** The sheet of a result for the wall; everyone who may read the result may print it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  const found = await findResults(params.roundId!, person)
  const kept = found ? undefined : await findKept(params.roundId!, person)
  if (kept) return { kept, title: `${t('results.title')} · ${t('shell.name')}` }
  if (!found) throw new Response(null, { status: 404 })
  const { round, results, response, proof } = found
  const address = `${config.origin}/app/results/${round.id}`
  return {
    round,
    organisationName: await organisationName(),
    sheet: sheetOf(results, round.asks),
    response,
    promises: await promisesByRound(new Date(), round.id),
    manifestCode: proof.manifestCode,
    address,
    code: codeFor(address),
    title: `${t('results.wall.title', { number: round.number })} · ${t('shell.name')}`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Sheet() {
  const found = useLoaderData<typeof loader>()
  return found.kept ? <KeptPage {...found.kept} /> : <SheetPage {...found} />
}
