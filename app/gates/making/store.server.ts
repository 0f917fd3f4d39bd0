import { and, eq, max, ne } from 'drizzle-orm'
import { criteria, type Db, db, gateSteps, gates, transact, useCases } from '#db'
import { allow, refuse } from '~/decision'
import { hasRole, type Person } from '~/people/rules'
import { gateMakers } from '../hands'
import type { GateKind } from '../rules'

type By = Pick<Person, 'roles'>
export type NewGate = { useCaseId: string; kind: GateKind; name: string; shares: readonly number[] }
/** A further step: its share, the step whose criteria it begins with, and the last one that was there when it was asked for. */
export type NewStep = { targetPct: number; copyFrom?: number; seen: number }

/** Steps of one gate. @source our own choice: more than anybody reads */
const mostSteps = 40

/** Returns the use cases that may have a gate: those past the first phase, which knows no go-live and no dates. */
export async function listUseCasesForGates(): Promise<{ id: string; name: string }[]> {
  const past = ne(useCases.phase, 'listen')
  return db.select({ id: useCases.id, name: useCases.name }).from(useCases).where(past).orderBy(useCases.number)
}

/** Makes a gate before a use case, with steps whose criteria the group will write. The same one twice is made once. */
export function recordGate({ useCaseId, kind, name, shares }: NewGate, by: By) {
  return transact(async tx => {
    if (!hasRole(by, gateMakers)) return refuse('notYourMove')
    const [useCase] = await tx.select().from(useCases).where(eq(useCases.id, useCaseId))
    if (!useCase) return refuse('noSuchUseCase')
    if (useCase.phase === 'listen') return refuse('phaseTooEarly')
    const same = and(eq(gates.useCaseId, useCaseId), eq(gates.kind, kind), eq(gates.name, name))
    const [made] = await tx.select().from(gates).where(same)
    if (made) return allow({ id: made.id })
    const number = await nextNumber(tx)
    const id = `G-${number}`
    await tx.insert(gates).values({ id, number, useCaseId, kind, name })
    const steps = shares.map((targetPct, place) => ({ gateId: id, version: place + 1, targetPct, isJudgedGood: false }))
    await tx.insert(gateSteps).values(steps)
    return allow({ id })
  })
}

async function nextNumber(tx: Db): Promise<number> {
  const [row] = await tx.select({ last: max(gates.number) }).from(gates)
  return (row?.last ?? 0) + 1
}

/** Adds a step to a gate. Keys, verdicts and vetoes of another step do not come along. */
export function recordStep(gateId: string, { targetPct, copyFrom, seen }: NewStep, by: By) {
  return transact(async tx => {
    if (!hasRole(by, gateMakers)) return refuse('notYourMove')
    const [row] = await tx
      .select({ last: max(gateSteps.version) })
      .from(gateSteps)
      .where(eq(gateSteps.gateId, gateId))
    const last = row?.last ?? 0
    if (last === 0) return refuse('noSuchStep')
    if (last > seen) return (await isSame(tx, { gateId, version: last, targetPct })) ? allow({ version: last }) : late()
    if (last >= mostSteps) return refuse('tooManySteps')
    const version = last + 1
    await tx.insert(gateSteps).values({ gateId, version, targetPct, isJudgedGood: false })
    if (copyFrom !== undefined) await copyCriteria(tx, { gateId, from: copyFrom, to: version })
    return allow({ version })
  })
}

const late = () => refuse('changedMeanwhile')

/** A button that was pressed twice makes one step. */
async function isSame(tx: Db, { gateId, version, targetPct }: { gateId: string; version: number; targetPct: number }) {
  const own = and(eq(gateSteps.gateId, gateId), eq(gateSteps.version, version), eq(gateSteps.targetPct, targetPct))
  return (await tx.select().from(gateSteps).where(own)).length > 0
}

async function copyCriteria(tx: Db, { gateId, from, to }: { gateId: string; from: number; to: number }) {
  const own = and(eq(criteria.gateId, gateId), eq(criteria.version, from))
  const rows = await tx.select().from(criteria).where(own)
  if (rows.length > 0) await tx.insert(criteria).values(rows.map(row => ({ ...row, version: to })))
}
