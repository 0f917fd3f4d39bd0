import { and, eq } from 'drizzle-orm'
import { db, issuances, reportingUnits, rosterMembers, rounds, unitMembers } from '#db'
import type { Told } from './holdings'

// On which lists of rounds somebody stands. What they answered is nowhere beside a name, so nothing here can tell it.

/** The lists of rounds that name a person, by table and column. */
export const roundSources: Record<string, (personId: string) => Promise<Told[]>> = {
  'unitMembers.personId': personId => {
    const unit = and(eq(reportingUnits.roundId, unitMembers.roundId), eq(reportingUnits.unitId, unitMembers.unitId))
    return db
      .select({ round: rounds.number, unit: reportingUnits.label })
      .from(unitMembers)
      .innerJoin(rounds, eq(rounds.id, unitMembers.roundId))
      .innerJoin(reportingUnits, unit)
      .where(eq(unitMembers.personId, personId))
  },
  'issuances.personId': personId =>
    db
      .select({ round: rounds.number })
      .from(issuances)
      .innerJoin(rounds, eq(rounds.id, issuances.roundId))
      .where(eq(issuances.personId, personId)),
  'rosterMembers.personId': personId => {
    const unit = and(eq(reportingUnits.roundId, rosterMembers.roundId), eq(reportingUnits.unitId, rosterMembers.unitId))
    return db
      .select({ round: rounds.number, unit: reportingUnits.label })
      .from(rosterMembers)
      .innerJoin(rounds, eq(rounds.id, rosterMembers.roundId))
      .leftJoin(reportingUnits, unit)
      .where(eq(rosterMembers.personId, personId))
  },
}
