import type { LoaderFunctionArgs } from '@remix-run/node'
import { gateFor } from '~/gates/door.server'
import { measurementsCsv } from '~/gates/measuring/file'
import { stepAsked, withMeters } from '~/gates/measuring/shown.server'

/** The measurements of one step for spreadsheets. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { gate } = await gateFor(request, params.gateId)
  const step = stepAsked(gate, request)
  if (!step) throw new Response(null, { status: 404 })
  return new Response(measurementsCsv(await withMeters(gate.id, step)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="inspraak-${gate.id}-step-${step.version}.csv"`,
    },
  })
}
