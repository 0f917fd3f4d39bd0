import type { LoaderFunctionArgs } from '@remix-run/node'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'
import { resultsCsv } from '~/pulses/results/files/export'
import { findPublished } from '~/pulses/results/store.server'

/** The published figures for spreadsheets. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const published = await findPublished(params.roundId!, person)
  if (!published) throw new Response(null, { status: 404 })
  const { round } = published
  return new Response(resultsCsv(round.id, published, await languageOf(request, person)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="inspraak-${round.id}.csv"`,
    },
  })
}
