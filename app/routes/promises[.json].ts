import { promisesJson } from '~/promises/formats'
import { listPromises } from '~/promises/reading.server'
import { keptShare } from '~/promises/share'
import { todayHere } from '~/promises/store.server'

/** The whole register for programs. */
export async function loader() {
  const today = todayHere(new Date())
  const promises = await listPromises(today)
  const body = promisesJson(promises, keptShare(promises, today), today)
  return new Response(body, { headers: { 'Content-Type': 'application/json' } })
}
