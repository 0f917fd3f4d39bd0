import type { LoaderFunctionArgs } from '@remix-run/node'
import { talkFigureReaders } from '~/conversations/figures/months'
import { toldTo } from '~/conversations/figures/reading.server'
import { toldAsCsv } from '~/conversations/figures/told'
import { requireRole } from '~/people/session.server'

/** The figures of the page for spreadsheets: what the reader sees there, and nothing more. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, talkFigureReaders)
  return new Response(toldAsCsv(await toldTo(person.teamId)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': 'attachment; filename="inspraak-one-to-ones.csv"',
    },
  })
}
