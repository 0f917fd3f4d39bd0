import { randomBytes, randomUUID } from 'node:crypto'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { contributions, type Db, groupVotes, proposals, transact, workgroups } from '#db'
import { canonical } from '~/ballot-box/canonical'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import { membersOf, sitsIn } from '../members.server'
import { closeIfOver } from './closing.server'
import { voteOpened } from './counting'
import {
  castVote,
  type Detail,
  isWordedFromDetail,
  openVote,
  type Subject,
  usualRule,
  type VoteCast,
  type VoteRule,
} from './rules'
import { type About, asProposal, type Proposal } from './store.server'

/** What a member puts before the group. */
export type Proposed = { subject: Subject; title: string; words: string; about?: About; detail?: Detail }

const todayHere = (at: Date): Day => dayIn(config.timeZone, at)

/**
 * Puts a proposal before a group, for discussion first. Where the same is proposed already the refusal names that
 * proposal, so that a second click leads to it.
 */
export const propose = (workgroupId: string, said: Proposed, personId: string, at: Date) =>
  transact(tx => proposeIn(tx, said, { workgroupId, personId, at }))

type Proposer = { workgroupId: string; personId: string; at: Date }

/** Puts a proposal before a group in a transaction that runs: what its words are made from stands still meanwhile. */
export async function proposeIn(tx: Db, said: Proposed, { workgroupId, personId, at }: Proposer) {
  const [group] = await tx.select().from(workgroups).where(eq(workgroups.id, workgroupId))
  if (!group) return refuse('noSuchGroup')
  if (!(await sitsIn(workgroupId, personId, todayHere(at), tx))) return refuse('notAMember')
  const { about, detail, ...words } = said
  const row = { ...words, about: about ? canonical(about) : null, detail: detail ? JSON.stringify(detail) : null }
  const same = await findSame(tx, workgroupId, row)
  if (same) return { ...refuse('alreadyProposed'), id: same }
  const id = `V-${randomBytes(6).toString('hex')}`
  const begin = { state: 'discussion' as const, version: 1, proposedOn: todayHere(at) }
  await tx.insert(proposals).values({ id, workgroupId, ...row, ...usualRule, ...begin })
  return allow({ id })
}

type Row = { subject: Subject; title: string; about: string | null }

/** Finds an open proposal of the same subject about the same thing; where it is about nothing else, one with the same title. */
async function findSame(tx: Db, workgroupId: string, { subject, title, about }: Row): Promise<string | undefined> {
  const isOpen = inArray(proposals.state, ['discussion', 'voting'])
  const alike = and(eq(proposals.workgroupId, workgroupId), eq(proposals.subject, subject), isOpen)
  const open = await tx.select().from(proposals).where(alike)
  return open.find(row => row.about === about && (about !== null || row.title === title))?.id
}

/** Adds what a member says about a proposal that is still discussed or voted on; said twice in a row it stands there once. */
export function contribute(proposalId: string, words: string, personId: string, at: Date) {
  return inProposal(proposalId, personId, at, async (tx, proposal) => {
    if (proposal.state !== 'discussion' && proposal.state !== 'voting') return refuse('voteEnded')
    const own = and(eq(contributions.proposalId, proposalId), eq(contributions.personId, personId))
    const said = await tx.select().from(contributions).where(own).orderBy(desc(contributions.saidAt)).limit(1)
    if (said[0]?.words !== words)
      await tx.insert(contributions).values({ id: randomUUID(), proposalId, personId, words, saidAt: at })
    return allow({ id: proposalId })
  })
}

/** Writes a proposal anew while it is discussed; whoever read other words is told. */
export function recordWords(
  proposalId: string,
  { seen, ...words }: { seen: number; title: string; words: string; detail?: Detail },
  personId: string,
  at: Date,
) {
  return inProposal(proposalId, personId, at, async (tx, proposal) => {
    if (proposal.state !== 'discussion') return refuse('notInDiscussion')
    if (isWordedFromDetail(proposal.subject) && !words.detail) return refuse('wordedFromDetail')
    if (proposal.version !== seen) return refuse('changedMeanwhile')
    const detail = JSON.stringify({ ...proposal.detail, ...words.detail })
    await tx
      .update(proposals)
      .set({ ...words, detail, version: seen + 1 })
      .where(eq(proposals.id, proposalId))
    return allow({ id: proposalId })
  })
}

type Opener = { personId: string; at: Date; rule?: VoteRule }

/** Opens the vote on a proposal: from now on its words and the rule of the vote stand in the ledger. */
export function recordOpening(proposalId: string, seen: number, closesAt: Date, { personId, at, rule }: Opener) {
  return inProposal(proposalId, personId, at, async (tx, found) => {
    const proposal = { ...found, ...rule }
    const { length: members } = await membersOf(found.workgroupId, todayHere(at), tx)
    const decision = openVote(proposal, closesAt, { isMember: true, members }, at)
    if (!decision.ok) return decision
    if (proposal.version !== seen) return refuse('changedMeanwhile')
    const opened = { ...rule, state: 'voting' as const, closesAt, version: seen + 1 }
    await tx.update(proposals).set(opened).where(eq(proposals.id, proposalId))
    await append(tx, voteOpened(proposal, todayHere(closesAt)), at)
    return decision
  })
}

/** Keeps a member's vote, in the place of an earlier one, until the vote ends. The last vote of all ends it. */
export function recordVote(proposalId: string, cast: VoteCast, personId: string, at: Date) {
  return inProposal(proposalId, personId, at, async (tx, proposal) => {
    const decision = castVote(proposal, cast, { isMember: true }, at)
    if (!decision.ok) return decision
    const target = [groupVotes.proposalId, groupVotes.personId]
    await tx
      .insert(groupVotes)
      .values({ proposalId, personId, ...cast })
      .onConflictDoUpdate({ target, set: cast })
    return allow({ ...cast, isClosed: await closeIfOver(tx, proposal, at) })
  })
}

/** Works on a proposal as the only one, for somebody who is a member now. */
export function inProposal<Done>(
  id: string,
  personId: string,
  at: Date,
  work: (tx: Db, proposal: Proposal) => Promise<Done>,
) {
  return transact(async tx => {
    const [row] = await tx.select().from(proposals).where(eq(proposals.id, id))
    if (!row) return refuse('noSuchProposal')
    if (!(await sitsIn(row.workgroupId, personId, todayHere(at), tx))) return refuse('notAMember')
    return work(tx, asProposal(row))
  })
}
