import { randomUUID } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { type Db, db, presentations, proposals } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow } from '~/decision'
import { append } from '~/ledger/store.server'
import { inProposal } from '../votes/voting.server'
import { handPlan, type Presented, presentPlan } from './rules'

/** Returns the presentations of a plan to colleagues, the first first. */
export const presentationsOf = (proposalId: string, from: Db = db) =>
  from
    .select()
    .from(presentations)
    .where(eq(presentations.proposalId, proposalId))
    .orderBy(asc(presentations.heldOn), asc(presentations.id))

/** Writes down that colleagues saw a plan; sent twice it stands there once. */
export function recordPresentation(proposalId: string, said: Presented, personId: string, at: Date) {
  return inProposal(proposalId, personId, at, async (tx, proposal) => {
    const decision = presentPlan(proposal, said, dayIn(config.timeZone, at))
    if (!decision.ok) return decision
    const { heldOn, audience, changed } = said
    const same = and(eq(presentations.proposalId, proposalId), eq(presentations.heldOn, heldOn))
    const rows = await tx.select().from(presentations).where(same)
    if (rows.some(row => row.audience === audience && row.changed === changed)) return decision
    await tx.insert(presentations).values({ id: randomUUID(), proposalId, heldOn, audience, changed })
    const data = { group: proposal.workgroupId, proposal: proposalId, held_on: heldOn, audience }
    await append(tx, { type: 'plan.presented', data, words: { changed } }, at)
    return decision
  })
}

/** Hands a plan to management, once, after colleagues saw it. */
export function recordHanding(proposalId: string, personId: string, at: Date, allowed = handPlan) {
  return inProposal(proposalId, personId, at, async (tx, proposal) => {
    const decision = allowed(proposal, (await presentationsOf(proposalId, tx)).length)
    if (!decision.ok) return decision
    const handedOn = dayIn(config.timeZone, at)
    await tx.update(proposals).set({ handedOn }).where(eq(proposals.id, proposalId))
    await append(tx, { type: 'plan.handed', data: { group: proposal.workgroupId, proposal: proposalId } }, at)
    return allow({ handedOn })
  })
}
