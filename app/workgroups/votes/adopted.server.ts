import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { type Db, db, proposals } from '#db'
import type { Day } from '~/calendar'
import { allow, refuse } from '~/decision'
import type { Subject } from './rules'
import { asProposal, findProposal, type Proposal } from './store.server'

/** Finds a proposal of this subject that a group adopted; who acts on it marks it as done in the same transaction. */
export async function adopted(tx: Db, proposalId: string, subject: Subject) {
  const proposal = await findProposal(proposalId, tx)
  if (!proposal) return refuse('noSuchProposal')
  return proposal.subject === subject && proposal.state === 'adopted' ? allow(proposal) : refuse('notDecided')
}

/** Writes down that what was decided was done. */
export async function markApplied(tx: Db, proposalId: string, today: Day) {
  await tx.update(proposals).set({ appliedOn: today }).where(eq(proposals.id, proposalId))
}

/** What takes away is done after what gives on the same day: the last word of a group that says no is not lost to chance. */
const takesAway: readonly Subject[] = ['veto', 'key']

/** Returns adopted proposals of these subjects that still wait to be done, those of the oldest day first. */
export async function waitingDecisions(subjects: readonly Subject[]): Promise<Proposal[]> {
  const waits = and(
    eq(proposals.state, 'adopted'),
    isNull(proposals.appliedOn),
    inArray(proposals.subject, [...subjects]),
  )
  const rows = await db.select().from(proposals).where(waits).orderBy(asc(proposals.closedOn), asc(proposals.id))
  return rows
    .map(asProposal)
    .toSorted(
      (a, b) =>
        (a.closedOn ?? '').localeCompare(b.closedOn ?? '') ||
        Number(takesAway.includes(a.subject)) - Number(takesAway.includes(b.subject)),
    )
}
