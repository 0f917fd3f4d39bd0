import { allow, type Decision, refuse } from '~/decision'
import { readManifest } from '../manifest'
import { atomically, type Box, sql } from '../open-box.server'
import { roundOf } from '../store.server'

/** Bytes of the hash of a code. */
const hashBytes = 32

/** Slips per person on the list: some go astray, but never so many that they could outvote the people. */
const slipsPerPerson = 1.2

export type SlipRefusal = 'notIssuing' | 'unitUnknown' | 'noSlips' | 'tooManySlips' | 'notHashes' | 'knownElsewhere'

/** Returns how many slips may be made for a unit. @source our own choice: a fifth more than its people, rounded up */
export function mostSlips(roster: number): number {
  return Math.ceil(roster * slipsPerPerson)
}

/**
 * Makes the slips of a unit known to the box, by their hashes; those it had before work no more.
 * That is only possible before anybody can answer, so no slip that was used is ever forgotten.
 */
export function setSlips(box: Box, round: string, unit: string, hashes: readonly Uint8Array[]) {
  return atomically(box, (): Decision<{ slips: number }, SlipRefusal> => {
    const known = roundOf(box, round)
    if (known?.state !== 'issuing') return refuse('notIssuing')
    const listed = readManifest(known.manifest).units.find(({ id }) => id === unit)
    if (!listed) return refuse('unitUnknown')
    if (hashes.length === 0) return refuse('noSlips')
    if (hashes.length > mostSlips(listed.roster)) return refuse('tooManySlips')
    if (!areDistinctHashes(hashes)) return refuse('notHashes')
    if (hashes.some(hash => (placeOf(box, hash)?.unit ?? unit) !== unit)) return refuse('knownElsewhere')
    sql(box, 'delete from slip where round_id = ? and unit_id = ?').run(round, unit)
    for (const hash of hashes) sql(box, 'insert into slip values (?, ?, ?)').run(hash, round, unit)
    return allow({ slips: hashes.length })
  })
}

/** Reads the slips of a round in the order of their hashes, which is no order at all. */
export function slipsOf(box: Box, round: string): { hash: Buffer; unit: string }[] {
  const query = sql(box, 'select code_sha256 hash, unit_id unit from slip where round_id = ? order by code_sha256')
  return query.all(round) as { hash: Buffer; unit: string }[]
}

/** Counts the slips of a round per unit; units without any are absent. */
export function slipsPerUnit(box: Box, round: string): Map<string, number> {
  const query = sql(box, 'select unit_id, count(*) from slip where round_id = ? group by unit_id').raw()
  return new Map(query.all(round) as [string, number][])
}

/** Returns whether a ballot with this nullifier is in the box. */
export function isCast(box: Box, nullifier: Uint8Array): boolean {
  return sql(box, 'select 1 from ballot where nullifier = ?').pluck().get(nullifier) !== undefined
}

function placeOf(box: Box, hash: Uint8Array): { round: string; unit: string } | undefined {
  const query = sql(box, 'select round_id round, unit_id unit from slip where code_sha256 = ?')
  return query.get(hash) as { round: string; unit: string } | undefined
}

function areDistinctHashes(hashes: readonly Uint8Array[]): boolean {
  const spelled = hashes.map(hash => Buffer.from(hash).toString('hex'))
  return hashes.every(hash => hash.length === hashBytes) && new Set(spelled).size === hashes.length
}
