import { eq } from 'drizzle-orm'
import { db, persons } from '#db'
import { addDays, type Day } from '~/calendar'
import { applyGateDecisions } from '~/gates/applying.server'
import type { Person } from '~/people/rules'
import { findById } from '~/people/store.server'
import { applyExpenses } from '~/workgroups/budget/applying.server'
import { membersOf } from '~/workgroups/members.server'
import type { Choice } from '~/workgroups/votes/rules'
import { findProposal } from '~/workgroups/votes/store.server'
import { type Proposed, propose, recordOpening, recordVote } from '~/workgroups/votes/voting.server'

/** The invented group as its deeds find it: filled as the year goes on. */
export type Group = { id: string; today: Day; people: Record<'director' | 'lead' | 'council', Person> }

/** The middle of a day so many days ago, when most shifts are there. */
export const noonAgo = (today: Day, ago: number) => new Date(`${addDays(today, -ago)}T11:00:00Z`)

/** Puts a proposal before the group and opens the vote for so many days. */
export async function open(group: Group, ago: number, said: Proposed, days = 4): Promise<string> {
  const by = (await named('jelle.amrani')).id
  const at = noonAgo(group.today, ago)
  const { id } = must(await propose(group.id, said, by, at))
  return openVoteOn(group, id, { ago, days })
}

/** Opens the vote on a proposal that stands. */
export async function openVoteOn(group: Group, id: string, { ago, days = 4 }: { ago: number; days?: number }) {
  const by = { personId: (await named('jelle.amrani')).id, at: noonAgo(group.today, ago) }
  const { version } = (await findProposal(id))!
  must(await recordOpening(id, version, noonAgo(group.today, ago - days), by))
  return id
}

/** Lets the group propose and adopt something. */
export async function decide(group: Group, ago: number, said: Proposed): Promise<string> {
  return adopt(group, await open(group, ago, said), ago)
}

const never: [Choice, string][] = [
  ['aside', ''],
  ['object', 'Ik vind het te vroeg, maar ik houd het niet tegen.'],
]

/** Lets every member vote: nearly all consent, one stands aside and one objects. Then the house does what was decided. */
export async function adopt(group: Group, id: string, ago: number): Promise<string> {
  const at = new Date(noonAgo(group.today, ago).getTime() + 4 * 3_600_000)
  const members = await membersOf(group.id, addDays(group.today, -ago))
  for (const [place, member] of members.entries()) {
    const [choice, reason] = never[place - 7] ?? (['consent', ''] as const)
    const cast = await recordVote(id, { choice, reason }, member.id, at)
    if (cast.ok && cast.value.isClosed) break
  }
  await applyGateDecisions(at)
  await applyExpenses(at)
  const { state } = (await findProposal(id))!
  if (state !== 'adopted') throw new Error(`a vote in the demo ends as ${state}`)
  return id
}

/** Lets everybody vote but one, so that the vote stays open for them. */
export async function voteBut(missing: string, group: Group, id: string, ago: number) {
  const last = (await named(missing)).id
  const others = (await membersOf(group.id, addDays(group.today, -ago))).filter(member => member.id !== last)
  for (const [place, member] of others.entries()) {
    const choice = place === 4 ? ('aside' as const) : ('consent' as const)
    must(await recordVote(id, { choice, reason: '' }, member.id, noonAgo(group.today, ago)))
  }
}

/** Finds an invented person by the first part of the address. */
export async function named(email: string): Promise<Person> {
  const [row] = await db
    .select({ id: persons.id })
    .from(persons)
    .where(eq(persons.email, `${email}@demo.inspraak.example`))
  return (await findById(row!.id))!
}

/** Takes what a deed gives; the demo never asks for something that is refused. */
export function must<T>(decision: { ok: true; value: T } | { ok: false; because: string }): T {
  if (!decision.ok) throw new Error(`the group in the demo does something that is refused: ${decision.because}`)
  return decision.value
}
