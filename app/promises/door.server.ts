import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import type { Role } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { findPromise } from './reading.server'
import { todayHere } from './store.server'

/** Returns a promise for somebody with one of `roles`, with words for the title of the page; 404 when there is none. */
export async function promiseFor(request: Request, promiseId: string | undefined, roles: readonly Role[]) {
  const person = await requireRole(request, roles)
  const today = todayHere(new Date())
  const promise = await findPromise(promiseId ?? '', today)
  if (!promise) throw new Response(null, { status: 404 })
  const t = translatorOn(await languageOf(request, person))
  return { person, promise, t, today }
}
