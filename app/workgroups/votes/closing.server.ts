import { eq, isNotNull } from 'drizzle-orm'
import { compact, type Db, db, groupVotes, proposals, transact } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { append } from '~/ledger/store.server'
import { kindOf, log } from '~/log.server'
import { membersOf } from '../members.server'
import { countOf, voteClosed } from './counting'
import { isOver, outcomeOf } from './rules'
import { findProposal, type Proposal } from './store.server'

/** Whether votes were deleted that still lie on the disk. */
let isDiskDue = false

/**
 * Ends every vote that is over: its time has come, or everybody who is still a member has voted. Then nobody can read
 * from the disk who chose what. Called every minute; harmless to repeat.
 */
export async function closeDueVotes(at: Date) {
  const rows = await db.select({ id: proposals.id }).from(proposals).where(eq(proposals.state, 'voting'))
  for (const { id } of rows)
    await transact(async tx => {
      const proposal = await findProposal(id, tx)
      if (proposal?.state === 'voting') await closeIfOver(tx, proposal, at)
    })
  await cleanDisk()
}

/** Repeats what a fall may have left undone: votes that were deleted leave the disk as well. Nothing tells whether that was done, so it is repeated at each start. */
export async function finishVotes() {
  const [closed] = await db.select({ id: proposals.id }).from(proposals).where(isNotNull(proposals.consents)).limit(1)
  isDiskDue = closed !== undefined
  await cleanDisk()
}

/**
 * Counts and closes a vote that is over. Who chose what is deleted with it; reasons of objections stay, in the order of
 * the alphabet.
 *
 * @returns whether it is closed now
 */
export async function closeIfOver(tx: Db, proposal: Proposal, at: Date): Promise<boolean> {
  const { id, workgroupId, subject } = proposal
  const today = dayIn(config.timeZone, at)
  const votes = await tx.select().from(groupVotes).where(eq(groupVotes.proposalId, id))
  const members = new Set((await membersOf(workgroupId, countingDay(proposal, at), tx)).map(member => member.id))
  const count = countOf(votes, members)
  if (!isOver(proposal, count, at)) return false
  const outcome = outcomeOf(subject, count, proposal)
  const objections = votes.filter(({ choice, personId }) => choice === 'object' && members.has(personId))
  const closed = {
    ...{ state: outcome, closedOn: today, version: proposal.version + 1 },
    ...{ consents: count.consent, asides: count.aside, objections: count.object },
    reasons: JSON.stringify(objections.map(({ reason }) => reason).sort()),
  }
  await tx.update(proposals).set(closed).where(eq(proposals.id, id))
  await tx.delete(groupVotes).where(eq(groupVotes.proposalId, id))
  await append(tx, voteClosed(id, outcome, count), at)
  isDiskDue = true
  return true
}

/** Whose term ends on the last day of a vote still counts, also where the house comes to it a day late. */
function countingDay({ closesAt }: Proposal, at: Date): Day {
  return dayIn(config.timeZone, closesAt && closesAt < at ? closesAt : at)
}

/** Rewrites the disk after votes were deleted; what goes wrong is tried again within a minute. */
async function cleanDisk() {
  if (!isDiskDue) return
  isDiskDue = false
  try {
    await compact()
  } catch (fault) {
    isDiskDue = true
    log('job.failed', { job: 'voteDisk', kind: kindOf(fault) })
  }
}
