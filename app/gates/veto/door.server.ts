import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import type { Person } from '~/people/rules'
import { requirePerson } from '~/people/session.server'
import { sitsIn } from '~/workgroups/members.server'
import { findGate } from '../store.server'
import { findVeto, todayHere } from './reading.server'

async function readerOf(request: Request, person: Person) {
  return { person, t: translatorOn(await languageOf(request, person)), at: new Date() }
}

/** Returns a veto for somebody who is signed in, and whether they sit in the group that made it; 404 when there is none. */
export async function vetoFor(request: Request, vetoId: string | undefined) {
  const reader = await readerOf(request, await requirePerson(request))
  const veto = await findVeto(vetoId ?? '', reader.at)
  if (!veto) throw new Response(null, { status: 404 })
  const isMember = await sitsIn(veto.gate.workgroupId, reader.person.id, todayHere(reader.at))
  return { ...reader, veto, isMember }
}

/** Returns a veto for a member of its group; 404 when there is none, 403 for whoever does not sit in that group today. */
export async function vetoForMember(request: Request, vetoId: string | undefined) {
  const found = await vetoFor(request, vetoId)
  if (!found.isMember) throw new Response(null, { status: 403 })
  return found
}

/** Returns a gate for a member of its group; 404 when there is none, 403 for whoever does not sit in that group today. */
export async function gateForMember(request: Request, gateId: string | undefined) {
  const reader = await readerOf(request, await requirePerson(request))
  const gate = await findGate(gateId ?? '')
  if (!gate) throw new Response(null, { status: 404 })
  if (!(await sitsIn(gate.workgroupId, reader.person.id, todayHere(reader.at))))
    throw new Response(null, { status: 403 })
  return { ...reader, gate }
}
