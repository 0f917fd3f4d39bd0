import type { LoaderFunctionArgs } from '@remix-run/node'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'
import { resultsSheets } from '~/pulses/results/files/spreadsheet'
import { workbookOf } from '~/pulses/results/files/workbook.server'
import { findPublished } from '~/pulses/results/store.server'
import { dayInWords } from '~/ui/day'

/** The published figures as a workbook, with what they mean and why some are missing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const published = await findPublished(params.roundId!, person)
  if (!published) throw new Response(null, { status: 404 })
  const language = await languageOf(request, person)
  const { id, number, closesOn, resultsSha256 } = published.round
  const round = { id, number, closesOn, figuresSha256: Buffer.from(resultsSha256!, 'base64url').toString('hex') }
  const writer = { t: translatorOn(language), language, day: (day: string) => dayInWords(day, language, 'short') }
  const file = await workbookOf(resultsSheets(round, published, writer))
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="inspraak-${id}.xlsx"`,
    },
  })
}
