import { promisesCsv } from '~/promises/formats'
import { listPromises } from '~/promises/reading.server'
import { todayHere } from '~/promises/store.server'

/** The whole register for spreadsheets. */
export async function loader() {
  return new Response(promisesCsv(await listPromises(todayHere(new Date()))), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': 'attachment; filename="inspraak-promises.csv"',
    },
  })
}
