import { asc, desc, eq, inArray } from 'drizzle-orm'
import { type Db, db, promises, vetoes, vetoMoves, workgroups } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { findingOf } from '../criteria'
import { freeDays } from '../holidays.server'
import { findGate, type GateShown } from '../store.server'
import { clockOf } from './clock'
import { becameBetter } from './outcome'
import type { VetoInFull, VetoPromise } from './shown'

/** Returns the day that `at` falls on for the people of this installation. */
export const todayHere = (at: Date): Day => dayIn(config.timeZone, at)

/** Returns all vetoes, the latest first. */
export async function listVetoes(at: Date): Promise<VetoInFull[]> {
  const rows = await db.select().from(vetoes).orderBy(desc(vetoes.number))
  return inFull(rows, at)
}

/** Finds a veto with everything that is known of it. */
export async function findVeto(id: string, at: Date): Promise<VetoInFull | undefined> {
  const rows = await db.select().from(vetoes).where(eq(vetoes.id, id))
  return (await inFull(rows, at))[0]
}

type Row = typeof vetoes.$inferSelect

async function inFull(rows: readonly Row[], at: Date): Promise<VetoInFull[]> {
  if (rows.length === 0) return []
  const moves = await movesOf(rows.map(({ id }) => id))
  const isFree = await freeDays(db)
  const gateIds = [...new Set(rows.map(({ gateId }) => gateId))]
  const found = await Promise.all(gateIds.map(id => findGate(id)))
  const gates = new Map(found.flatMap(gate => (gate ? [[gate.id, gate] as const] : [])))
  return rows.map(row => {
    const own = moves.filter(({ vetoId }) => vetoId === row.id).map(({ vetoId: _, ...move }) => move)
    const answeredOn = own.find(({ side }) => side !== 'group')?.movedOn
    const clock = clockOf({ ...row, answeredOn }, todayHere(at), isFree)
    return { ...ofGate(row, gates.get(row.gateId)!), moves: own, ...(clock && { clock }) }
  })
}

function ofGate({ number: _, gateId: __, criterion, ...row }: Row, gate: GateShown) {
  const step = gate.steps.find(one => one.version === row.version)!
  const { id, name, useCase, workgroupId, workgroup } = gate
  const asked = step.criteria.find(one => one.number === criterion)!
  return {
    ...row,
    gate: { id, name, useCase, workgroupId, workgroup },
    targetPct: step.targetPct,
    criterion: asked,
    finding: findingOf(asked, step.measurements),
    isBetter: becameBetter(row, gate.steps),
  }
}

const movesOf = (ids: string[]) =>
  db.select().from(vetoMoves).where(inArray(vetoMoves.vetoId, ids)).orderBy(asc(vetoMoves.number))

/** Finds the promise of management not to go on against a veto of this group. */
export async function vetoPromiseOf(workgroupId: string, from: Db = db): Promise<VetoPromise | undefined> {
  const [row] = await from
    .select({ id: promises.id, text: promises.text, status: promises.status })
    .from(workgroups)
    .innerJoin(promises, eq(promises.id, workgroups.vetoPromiseId))
    .where(eq(workgroups.id, workgroupId))
  return row && { id: row.id, text: row.text, isBroken: row.status === 'broken' }
}

/** Returns every criterion that a veto can be about: fixed, and of a step that can still open. The one that was asked for stands first, then the furthest. */
export function criteriaToVeto({ steps }: GateShown, asked: number) {
  const isGivenUp = (step: GateShown['steps'][number]) => step.vetoes.some(({ state }) => state === 'accepted')
  return steps
    .filter(step => step.frozenOn !== null && !isGivenUp(step))
    .toSorted((a, b) => Number(b.version === asked) - Number(a.version === asked) || b.version - a.version)
    .flatMap(({ version, targetPct, criteria, measurements }) =>
      criteria.map(criterion => ({ version, targetPct, criterion, finding: findingOf(criterion, measurements) })),
    )
}
