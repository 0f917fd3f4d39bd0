import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'
import { mayWalk } from './recording.server'
import { findUseCase, todayHere } from './store.server'
import { mayPlan } from './tasks.server'

/** Returns a use case for somebody who is signed in, with what they may do about it; 404 when there is none. */
export async function caseFor(request: Request, id: string | undefined) {
  const person = await requirePerson(request)
  const at = new Date()
  const today = todayHere(at)
  const useCase = await findUseCase(id ?? '', today)
  if (!useCase) throw new Response(null, { status: 404 })
  const language = await languageOf(request, person)
  const may = { walk: await mayWalk(useCase, person, today), plan: await mayPlan(useCase, person, today) }
  return { useCase, may, by: { person, at }, today, language, t: translatorOn(language) }
}

/** Returns a use case for somebody who walks its road; 403 for all others. */
export async function caseToWalk(request: Request, id: string | undefined) {
  const found = await caseFor(request, id)
  if (!found.may.walk) throw new Response(null, { status: 403 })
  return found
}

/** Returns a use case for somebody who may begin and end its tasks; 403 for all others. */
export async function caseToPlan(request: Request, id: string | undefined) {
  const found = await caseFor(request, id)
  if (!found.may.plan) throw new Response(null, { status: 403 })
  return found
}
