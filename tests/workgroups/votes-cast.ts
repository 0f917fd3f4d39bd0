import { and, eq } from 'drizzle-orm'
import { groupSeats, transact, workgroups } from '#db'
import { append } from '~/ledger/store.server'
import { recordOpening, recordVote } from '~/workgroups/votes/voting.server'
import { foundOrganisation, hire } from '../people/cast'

export const at = new Date('2026-06-01T10:00:00Z')
export const hoursLater = (hours: number) => new Date(at.getTime() + hours * 3_600_000)
/** When the votes of these tests end. */
export const end = hoursLater(72)

let groups = 0
let people = 0

/** A working group of so many people who may vote; nobody sits in two of them. */
export async function groupOf(count: number) {
  await foundOrganisation()
  const id = `W-${++groups}`
  const ids: string[] = []
  for (let nth = 0; nth < count; nth++) ids.push(await hire(`lid${++people}@voorbeeld.nl`))
  const row = { id, number: groups, name: `Groep ${groups}`, state: 'working' as const, seats: count }
  await transact(async tx => {
    await tx.insert(workgroups).values({ ...row, weeklyMinutes: 480, foundedOn: '2026-01-05' })
    const term = { workgroupId: id, office: 'member' as const, fromOn: '2026-01-05', untilOn: '2036-12-31' }
    for (const personId of ids) await tx.insert(groupSeats).values({ ...term, personId })
    const data = { group: id, version: 1, seats: count, weekly_minutes: 480 }
    await append(tx, { type: 'workgroup.mandated', data, words: { text: 'm' } }, at)
  })
  return { id, members: ids }
}

/** Somebody gives up their seat the day before. */
export const leaves = (workgroupId: string, personId: string) =>
  transact(tx =>
    tx
      .update(groupSeats)
      .set({ leftOn: '2026-05-31' })
      .where(and(eq(groupSeats.workgroupId, workgroupId), eq(groupSeats.personId, personId))),
  )

/** What a decision allowed; a test that is refused fails. */
export const got = <Value>(decision: { ok: true; value: Value } | { ok: false; because: string }): Value => {
  if (!decision.ok) throw new Error(decision.because)
  return decision.value
}

/** Opens a vote and lets members say something, the first member first. */
export async function votedOn(id: string, members: string[], said: ('consent' | 'aside' | 'object')[]) {
  got(await recordOpening(id, 1, end, { personId: members[0]!, at }))
  for (const [nth, choice] of said.entries())
    got(await recordVote(id, { choice, reason: choice === 'object' ? `Reden ${nth}` : '' }, members[nth]!, at))
}
