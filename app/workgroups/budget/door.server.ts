import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { hasRole } from '~/people/rules'
import { requirePerson } from '~/people/session.server'
import { sitsIn } from '../members.server'
import { findGroup, todayHere } from '../store.server'
import { deeds, type TillDeed } from './form'
import { funders } from './given'
import { bookerOf } from './rules'
import { type BookingShown, budgetOf, findBooking, openDecisions } from './store.server'

type Address = { groupId?: string; deed?: string }

/** Returns a group for who is signed in, with what they may do at its till; 404 when there is none. */
export async function groupAtTill(request: Request, groupId = '') {
  const person = await requirePerson(request)
  const group = await findGroup(groupId)
  if (!group) throw new Response(null, { status: 404 })
  const today = todayHere(new Date())
  const language = await languageOf(request, person)
  const may = { group: await sitsIn(groupId, person.id, today), management: hasRole(person, funders) }
  const { id, name } = group
  return { person, group: { id, name }, today, language, t: translatorOn(language), may }
}

/** Returns what a form at the till needs, for whose money it is; 403 for anybody else. */
export async function tillFor(request: Request, { groupId = '', deed: asked }: Address) {
  const found = await groupAtTill(request, groupId)
  const deed = deeds.find(one => one === asked)
  if (!deed) throw new Response(null, { status: 404 })
  const original = deed === 'correction' ? await originalIn(request, groupId) : undefined
  if (!found.may[bookerOf(original?.kind ?? deed)]) throw new Response(null, { status: 403 })
  const decisions = isOfDecision(deed) ? await openDecisions(groupId) : []
  return { ...found, deed, original, budget: await budgetOf(groupId), decisions }
}

const isOfDecision = (deed: TillDeed) => deed === 'expense' || deed === 'release'

/** The booking that is to be corrected, from the address: `?of=3`. */
async function originalIn(request: Request, groupId: string): Promise<BookingShown> {
  const of = Number(new URL(request.url).searchParams.get('of'))
  const original = Number.isSafeInteger(of) && of < 2 ** 31 ? await findBooking(groupId, of) : undefined
  if (!original || original.kind === 'correction') throw new Response(null, { status: 404 })
  return original
}
