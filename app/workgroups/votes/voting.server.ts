import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq, lte } from 'drizzle-orm'
import { contributions, type Db, db, groupVotes, proposals, transact, workgroups } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import { membersOf, sitsIn } from '../members.server'
import { countOf, voteClosed, voteOpened } from './counting'
import { castVote, type Detail, isOver, openVote, outcomeOf, type Subject, usualRule, type VoteCast } from './rules'
import { type About, asProposal, findProposal, type Proposal } from './store.server'

/** What a member puts before the group. */
export type Proposed = { subject: Subject; title: string; words: string; about?: About; detail?: Detail }

const todayHere = (at: Date): Day => dayIn(config.timeZone, at)

/** Puts a proposal before a group, for discussion first. */
export function propose(workgroupId: string, said: Proposed, personId: string, at: Date) {
  return transact(async tx => {
    const [group] = await tx.select().from(workgroups).where(eq(workgroups.id, workgroupId))
    if (!group) return refuse('noSuchGroup')
    if (!(await sitsIn(workgroupId, personId, todayHere(at), tx))) return refuse('notAMember')
    const id = `V-${randomBytes(6).toString('hex')}`
    const { about, detail, ...words } = said
    const asJson = (part?: object) => (part ? JSON.stringify(part) : null)
    const row = { id, workgroupId, ...words, ...usualRule, about: asJson(about), detail: asJson(detail) }
    await tx.insert(proposals).values({ ...row, state: 'discussion', version: 1, proposedOn: todayHere(at) })
    return allow({ id })
  })
}

/** Adds what a member says about a proposal that is still discussed or voted on. */
export function contribute(proposalId: string, words: string, personId: string, at: Date) {
  return inProposal(proposalId, personId, at, async (tx, proposal) => {
    if (proposal.state !== 'discussion' && proposal.state !== 'voting') return refuse('voteEnded')
    await tx.insert(contributions).values({ id: randomUUID(), proposalId, personId, words, saidAt: at })
    return allow({ id: proposalId })
  })
}

/** Opens the vote on a proposal: from now on its words and the rule of the vote stand in the ledger. */
export function recordOpening(proposalId: string, seen: number, closesAt: Date, by: { personId: string; at: Date }) {
  return inProposal(proposalId, by.personId, by.at, async (tx, proposal) => {
    const decision = openVote(proposal, closesAt, { isMember: true }, by.at)
    if (!decision.ok) return decision
    if (proposal.version !== seen) return refuse('changedMeanwhile')
    const opened = { state: 'voting' as const, closesAt, version: seen + 1 }
    await tx.update(proposals).set(opened).where(eq(proposals.id, proposalId))
    await append(tx, voteOpened(proposal, todayHere(closesAt)), by.at)
    return decision
  })
}

/** Keeps a member's vote, in the place of an earlier one, until the vote ends. The last vote of all ends it. */
export function recordVote(proposalId: string, cast: VoteCast, personId: string, at: Date) {
  return inProposal(proposalId, personId, at, async (tx, proposal) => {
    const decision = castVote(proposal, cast, { isMember: true }, at)
    if (!decision.ok) return decision
    const own = { proposalId, personId }
    const target = [groupVotes.proposalId, groupVotes.personId]
    await tx
      .insert(groupVotes)
      .values({ ...own, ...cast })
      .onConflictDoUpdate({ target, set: cast })
    await closeIfOver(tx, proposal, at)
    return decision
  })
}

/** Ends every vote whose time has come; harmless to repeat. */
export async function closeDueVotes(at: Date) {
  const due = and(eq(proposals.state, 'voting'), lte(proposals.closesAt, at))
  const rows = await db.select({ id: proposals.id }).from(proposals).where(due)
  for (const { id } of rows)
    await transact(async tx => {
      const proposal = await findProposal(id, tx)
      if (proposal?.state === 'voting') await closeIfOver(tx, proposal, at)
    })
}

/** Counts and closes a vote that is over. Who chose what is deleted with it; reasons of objections stay, in the order of the alphabet. */
async function closeIfOver(tx: Db, proposal: Proposal, at: Date) {
  const { id, workgroupId, subject } = proposal
  const votes = await tx.select().from(groupVotes).where(eq(groupVotes.proposalId, id))
  const members = new Set((await membersOf(workgroupId, todayHere(at), tx)).map(member => member.id))
  const count = countOf(votes, members)
  if (!isOver(proposal, count, at)) return
  const outcome = outcomeOf(subject, count, proposal)
  const objections = votes.filter(({ choice, personId }) => choice === 'object' && members.has(personId))
  const closed = {
    state: outcome,
    closedOn: todayHere(at),
    version: proposal.version + 1,
    ...{ consents: count.consent, asides: count.aside, objections: count.object },
    reasons: JSON.stringify(objections.map(({ reason }) => reason).sort()),
  }
  await tx.update(proposals).set(closed).where(eq(proposals.id, id))
  await tx.delete(groupVotes).where(eq(groupVotes.proposalId, id))
  await append(tx, voteClosed(id, outcome, count), at)
}

/** Works on a proposal as the only one, for somebody who is a member now. */
function inProposal<Done>(id: string, personId: string, at: Date, work: (tx: Db, proposal: Proposal) => Promise<Done>) {
  return transact(async tx => {
    const [row] = await tx.select().from(proposals).where(eq(proposals.id, id))
    if (!row) return refuse('noSuchProposal')
    if (!(await sitsIn(row.workgroupId, personId, todayHere(at), tx))) return refuse('notAMember')
    return work(tx, asProposal(row))
  })
}
