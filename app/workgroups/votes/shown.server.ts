import { and, eq, gt, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import { db, groupSeats, groupVotes, persons, workgroups } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { clockIn } from '~/conversations/clock'
import { membersOf } from '../members.server'
import type { Moment, ProposalLine, ProposalPageShown, ProposalShown } from './shown'
import { contributionsTo, findProposal, listProposals, ownVote, type Proposal } from './store.server'

const momentOf = (at: Date): Moment => clockIn(config.timeZone, at)

/** Finds a group by its id. */
export async function findGroupName(id: string) {
  const [group] = await db
    .select({ id: workgroups.id, name: workgroups.name })
    .from(workgroups)
    .where(eq(workgroups.id, id))
  return group
}

/** Returns a proposal as one reader sees it: of votes that run only the number, and the reader's own. */
export async function proposalShown(id: string, readerId: string, at: Date): Promise<ProposalPageShown | undefined> {
  const proposal = await findProposal(id)
  if (!proposal) return undefined
  const members = await membersOf(proposal.workgroupId, dayIn(config.timeZone, at))
  const isMember = members.some(member => member.id === readerId)
  const isVoting = proposal.state === 'voting'
  const sayings = (await contributionsTo(id)).map(({ saidAt, ...rest }) => ({ ...rest, said: momentOf(saidAt) }))
  return {
    ...(proposal.about && { about: proposal.about }),
    ...{ proposal: asShown(proposal), group: (await findGroupName(proposal.workgroupId))!, isMember, sayings },
    members: proposal.closedOn ? await membersThen(proposal) : members.length,
    voted: isVoting ? await countVoters(id, members) : 0,
    own: (isVoting && isMember && (await ownVote(id, readerId))) || null,
  }
}

/** Returns the proposals of a group, those that wait for this reader's vote marked. */
export async function linesOf(workgroupId: string, readerId: string, at: Date) {
  const members = await membersOf(workgroupId, dayIn(config.timeZone, at))
  const isMember = members.some(member => member.id === readerId)
  const all = await listProposals(workgroupId)
  const cast = await db.select({ id: groupVotes.proposalId }).from(groupVotes).where(eq(groupVotes.personId, readerId))
  const waits = (one: Proposal) => isMember && one.state === 'voting' && !cast.some(({ id }) => id === one.id)
  return { isMember, lines: all.map((one): ProposalLine => ({ ...lineOf(one), isWaitingForYou: waits(one) })) }
}

function lineOf(proposal: Proposal) {
  const { id, subject, title, state, proposedOn, closes, closedOn } = asShown(proposal)
  return { id, subject, title, state, proposedOn, closes, closedOn }
}

/** Returns a proposal with the moment of closing on the clock of the house. */
export function asShown({ closesAt, about: _, ...rest }: Proposal): ProposalShown {
  return { ...rest, closes: closesAt && momentOf(closesAt) }
}

/** Counts who voted and is still a member. */
async function countVoters(proposalId: string, members: readonly { id: string }[]): Promise<number> {
  const theirs = inArray(
    groupVotes.personId,
    members.map(({ id }) => id),
  )
  const rows = await db
    .select({ id: groupVotes.personId })
    .from(groupVotes)
    .where(and(eq(groupVotes.proposalId, proposalId), theirs))
  return rows.length
}

/** Counts who sat in the group on the last day of the vote; never fewer than voted. */
async function membersThen({ workgroupId, closedOn, closesAt, counts }: Proposal): Promise<number> {
  const lastDay = closesAt && dayIn(config.timeZone, closesAt)
  const day: Day = lastDay && lastDay < closedOn! ? lastDay : closedOn!
  const sat = and(
    ...[eq(groupSeats.workgroupId, workgroupId), lte(groupSeats.fromOn, day), gte(groupSeats.untilOn, day)],
    or(isNull(groupSeats.leftOn), gt(groupSeats.leftOn, day)),
    or(isNull(persons.leftAt), gt(persons.leftAt, new Date(`${day}T00:00:00Z`))),
  )
  const joined = db.select({ id: persons.id }).from(groupSeats).innerJoin(persons, eq(persons.id, groupSeats.personId))
  const voted = counts ? counts.consent + counts.aside + counts.object : 0
  return Math.max(voted, (await joined.where(sat)).length)
}
