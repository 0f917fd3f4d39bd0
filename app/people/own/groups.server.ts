import { eq } from 'drizzle-orm'
import { contributions, db, groupSeats, groupVotes, memberHours, proposals, sites, volunteers, workgroups } from '#db'
import type { Told } from './holdings'

// What of somebody is held in working groups. A vote is told to whoever cast it only, and as long as the vote is open:
// after that no row is left that says who chose what.

const ofGroup = { group: workgroups.name }

/** Tables of working groups that name a person, by table and column. */
export const groupSources: Record<string, (personId: string) => Promise<Told[]>> = {
  'volunteers.personId': personId =>
    db
      .select({
        ...ofGroup,
        site: sites.name,
        shift: volunteers.shift,
        contract: volunteers.contract,
        lot: volunteers.number,
      })
      .from(volunteers)
      .innerJoin(workgroups, eq(workgroups.id, volunteers.workgroupId))
      .leftJoin(sites, eq(sites.id, volunteers.siteId))
      .where(eq(volunteers.personId, personId)),
  'groupSeats.personId': personId => {
    const { office, fromOn, untilOn, leftOn } = groupSeats
    return db
      .select({ ...ofGroup, office, fromOn, endsOn: untilOn, leftOn })
      .from(groupSeats)
      .innerJoin(workgroups, eq(workgroups.id, groupSeats.workgroupId))
      .where(eq(groupSeats.personId, personId))
  },
  'memberHours.personId': personId => {
    const { week, promisedMinutes, rosteredMinutes, usedMinutes, pulledBackMinutes } = memberHours
    return db
      .select({ ...ofGroup, week, promisedMinutes, rosteredMinutes, usedMinutes, pulledBackMinutes })
      .from(memberHours)
      .innerJoin(workgroups, eq(workgroups.id, memberHours.workgroupId))
      .where(eq(memberHours.personId, personId))
  },
  'contributions.personId': async personId => {
    const rows = await db
      .select({ proposal: proposals.title, body: contributions.words, at: contributions.saidAt })
      .from(contributions)
      .innerJoin(proposals, eq(proposals.id, contributions.proposalId))
      .where(eq(contributions.personId, personId))
    return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
  },
  'groupVotes.personId': personId =>
    db
      .select({ proposal: proposals.title, choice: groupVotes.choice, reason: groupVotes.reason })
      .from(groupVotes)
      .innerJoin(proposals, eq(proposals.id, groupVotes.proposalId))
      .where(eq(groupVotes.personId, personId)),
}
