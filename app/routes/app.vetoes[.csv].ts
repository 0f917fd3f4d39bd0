import type { LoaderFunctionArgs } from '@remix-run/node'
import { vetoesCsv } from '~/gates/veto/list'
import { listVetoes } from '~/gates/veto/reading.server'
import { requirePerson } from '~/people/session.server'

/** All vetoes for spreadsheets, for who is signed in. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request)
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': 'attachment; filename="inspraak-vetoes.csv"',
  }
  return new Response(vetoesCsv(await listVetoes(new Date())), { headers })
}
