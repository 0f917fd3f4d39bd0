import { and, asc, desc, eq } from 'drizzle-orm'
import { contributions, type Db, db, groupVotes, persons, proposals } from '#db'
import { fullName } from '~/people/rules'
import type { About, Proposal } from './proposal'
import type { Detail } from './rules'

export type { About, Proposal } from './proposal'

/** Finds a proposal. */
export async function findProposal(id: string, from: Db = db): Promise<Proposal | undefined> {
  const [row] = await from.select().from(proposals).where(eq(proposals.id, id))
  return row && asProposal(row)
}

/** Returns the proposals of a group, the newest first. */
export async function listProposals(workgroupId: string): Promise<Proposal[]> {
  const own = eq(proposals.workgroupId, workgroupId)
  const rows = await db.select().from(proposals).where(own).orderBy(desc(proposals.proposedOn), desc(proposals.id))
  return rows.map(asProposal)
}

/** Finds what somebody chose in a vote that is open; only they themselves are ever asked for. */
export async function ownVote(proposalId: string, personId: string) {
  const own = and(eq(groupVotes.proposalId, proposalId), eq(groupVotes.personId, personId))
  const [row] = await db.select().from(groupVotes).where(own)
  return row && { choice: row.choice, reason: row.reason }
}

/** Returns what members said about a proposal, the first first. */
export async function contributionsTo(proposalId: string) {
  const rows = await db
    .select({ said: contributions, person: persons })
    .from(contributions)
    .innerJoin(persons, eq(persons.id, contributions.personId))
    .where(eq(contributions.proposalId, proposalId))
    .orderBy(asc(contributions.saidAt), asc(contributions.id))
  return rows.map(({ said, person }) => ({
    id: said.id,
    name: fullName(person),
    words: said.words,
    saidAt: said.saidAt,
  }))
}

/** Returns a row of the table as a proposal. */
export function asProposal(row: typeof proposals.$inferSelect): Proposal {
  const { consents, asides, objections, about, detail, reasons, ...rest } = row
  const isCounted = consents !== null && asides !== null && objections !== null
  return {
    ...rest,
    ...(about && { about: JSON.parse(about) as About }),
    detail: detail ? (JSON.parse(detail) as Detail) : {},
    ...(isCounted && { counts: { consent: consents, aside: asides, object: objections } }),
    reasons: reasons ? (JSON.parse(reasons) as string[]) : [],
  }
}
