import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import { db, groupSeats, proposals } from '#db'
import type { Person } from '~/people/rules'
import { mayTurnFormalKey } from '../hands'
import { listGates } from '../store.server'
import { formalKeyAsks, type VetoAsk, vetoAsksOf } from './asks'
import { listVetoes, todayHere } from './reading.server'

/** Returns what vetoes, and gates that wait for the key of the works council, ask of this person. */
export async function vetoAsks(person: Pick<Person, 'id' | 'roles'>, at: Date): Promise<VetoAsk[]> {
  const vetoes = await listVetoes(at)
  const workgroupIds = vetoes.length > 0 ? await groupsOf(person.id, at) : []
  const asked = vetoAsksOf(vetoes, { roles: person.roles, workgroupIds })
  const voting = await inVote(asked.flatMap(ask => (ask.kind === 'veto' && ask.say === 'vote' ? [ask.id] : [])))
  const open = asked.filter(ask => ask.kind !== 'veto' || ask.say !== 'vote' || !voting.has(ask.id))
  return [...open, ...(mayTurnFormalKey(person) ? formalKeyAsks(await listGates(), person) : [])]
}

async function groupsOf(personId: string, at: Date): Promise<string[]> {
  const today = todayHere(at)
  const sits = and(
    eq(groupSeats.personId, personId),
    lte(groupSeats.fromOn, today),
    gte(groupSeats.untilOn, today),
    or(isNull(groupSeats.leftOn), gte(groupSeats.leftOn, today)),
  )
  return (await db.select({ id: groupSeats.workgroupId }).from(groupSeats).where(sits)).map(({ id }) => id)
}

/** Vetoes about which the group talks or votes already ask for no vote again. */
async function inVote(ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const open = and(
    inArray(proposals.state, ['discussion', 'voting']),
    inArray(proposals.subject, ['persuaded', 'escalate']),
  )
  const rows = await db.select({ about: proposals.about }).from(proposals).where(open)
  return new Set(rows.flatMap(({ about }) => (about ? ((JSON.parse(about) as { vetoId?: string }).vetoId ?? []) : [])))
}
