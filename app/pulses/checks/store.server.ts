import { createHash } from 'node:crypto'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { db, issuances, reportingUnits, rosterConfirmations, rounds, unitMembers } from '#db'
import { inclusionProof, leafHash } from '~/ledger/tree'
import { type MembershipProof, memberLeaf } from './membership'
import { handedOut, type OwnStanding } from './rules'

const running = inArray(rounds.state, ['issuing', 'open'])

/** Returns how one person stands in the rounds that run now, the latest first. Nobody else may ask this. */
export async function ownStandings(personId: string): Promise<OwnStanding[]> {
  const own = and(eq(issuances.roundId, unitMembers.roundId), eq(issuances.personId, unitMembers.personId))
  const unit = and(eq(reportingUnits.roundId, unitMembers.roundId), eq(reportingUnits.unitId, unitMembers.unitId))
  const rows = await db
    .select({
      round: rounds,
      unit: reportingUnits,
      blinded: issuances.blindedSha256,
      on: rosterConfirmations.confirmedOn,
    })
    .from(unitMembers)
    .innerJoin(rounds, eq(rounds.id, unitMembers.roundId))
    .innerJoin(reportingUnits, unit)
    .leftJoin(issuances, own)
    .leftJoin(rosterConfirmations, eq(rosterConfirmations.roundId, unitMembers.roundId))
    .where(and(eq(unitMembers.personId, personId), running))
    .orderBy(desc(rounds.number))
  return rows.map(({ round, unit, blinded, on }) => ({
    round: { id: round.id, number: round.number },
    manifestSha256: round.manifestSha256!,
    unit: unit.label,
    roster: unit.roster,
    handedOut: handedOut(blinded === null ? undefined : { blindedSha256: blinded }),
    listsConfirmedOn: on,
  }))
}

/** Returns what one person needs to find themself on a list of a round that runs; nothing for whoever is not on one. */
export async function membershipProof(personId: string, roundId: string): Promise<MembershipProof | undefined> {
  const [own] = await db
    .select({ unit: unitMembers.unitId, salt: unitMembers.salt })
    .from(unitMembers)
    .innerJoin(rounds, eq(rounds.id, unitMembers.roundId))
    .where(and(eq(unitMembers.roundId, roundId), eq(unitMembers.personId, personId), running))
  if (!own) return undefined
  const members = await db
    .select()
    .from(unitMembers)
    .where(and(eq(unitMembers.roundId, roundId), eq(unitMembers.unitId, own.unit)))
  // The order in which the list was frozen; a database may sort letters otherwise.
  members.sort((one, other) => (one.personId < other.personId ? -1 : 1))
  const leaves = members.map(member => leafHash(sha256(memberLeaf(member.salt, member.personId))))
  const place = members.findIndex(member => member.personId === personId)
  const path = inclusionProof(leaves, place).map(hash => hash.toString('base64'))
  const salt = Buffer.from(own.salt).toString('base64url')
  return { round: roundId, unit: own.unit, person: personId, salt, place, path }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
