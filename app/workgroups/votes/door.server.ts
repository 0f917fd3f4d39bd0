import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'
import { findGroupName, linesOf, proposalShown } from './shown.server'

/** Returns a proposal for whoever is signed in; 404 when there is none. */
export async function proposalDoor(request: Request, proposalId: string | undefined) {
  const person = await requirePerson(request)
  const at = new Date()
  const shown = await proposalShown(proposalId ?? '', person.id, at)
  if (!shown) throw new Response(null, { status: 404 })
  const language = await languageOf(request, person)
  return { person, at, shown, language, t: translatorOn(language) }
}

/** The same for members of its group only; 403 for everybody else. */
export async function memberDoor(request: Request, proposalId: string | undefined) {
  const door = await proposalDoor(request, proposalId)
  if (!door.shown.isMember) throw new Response(null, { status: 403 })
  return door
}

/** Returns the proposals of a group for whoever is signed in; 404 when there is no such group. */
export async function groupDoor(request: Request, groupId: string | undefined) {
  const person = await requirePerson(request)
  const at = new Date()
  const group = await findGroupName(groupId ?? '')
  if (!group) throw new Response(null, { status: 404 })
  const language = await languageOf(request, person)
  return { person, at, group, language, t: translatorOn(language), ...(await linesOf(group.id, person.id, at)) }
}

/** A refusal is a conflict with how things stand, except for who is no member. */
export const statusOf = (because: string): number => (because === 'notAMember' ? 403 : 409)
