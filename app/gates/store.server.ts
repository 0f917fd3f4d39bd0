import { and, asc, eq } from 'drizzle-orm'
import { criteria, type Db, db, gateKeys, gateSteps, gates, measurements, useCases, vetoes, workgroups } from '#db'
import type { KeyHolder } from './rules'
import type { GateShown, KeyTurned, StepShown } from './shown'

export type { CriterionShown, GateShown, MeasurementShown, StepShown } from './shown'

/** Returns all gates, in the order in which they were made. */
export async function listGates(): Promise<GateShown[]> {
  const rows = await db.select({ id: gates.id }).from(gates).orderBy(asc(gates.number))
  return Promise.all(rows.map(async ({ id }) => (await findGate(id))!))
}

/** Finds a gate as it stands now. */
export async function findGate(id: string, from: Db = db): Promise<GateShown | undefined> {
  const own = eq(gates.id, id)
  const [row] = await from
    .select({ gate: gates, useCase: useCases, workgroup: workgroups.name })
    .from(gates)
    .innerJoin(useCases, eq(useCases.id, gates.useCaseId))
    .innerJoin(workgroups, eq(workgroups.id, useCases.workgroupId))
    .where(own)
  if (!row) return undefined
  const { gate, useCase, workgroup } = row
  const steps = await from.select().from(gateSteps).where(eq(gateSteps.gateId, id)).orderBy(asc(gateSteps.version))
  return {
    ...{ id, name: gate.name, kind: gate.kind },
    ...{
      phase: useCase.phase,
      useCaseId: useCase.id,
      useCase: useCase.name,
      workgroupId: useCase.workgroupId,
      workgroup,
    },
    steps: await Promise.all(steps.map(step => stepShown(step, from))),
  }
}

async function stepShown(row: typeof gateSteps.$inferSelect, from: Db): Promise<StepShown> {
  const { gateId, version } = row
  const ofStep = <T extends typeof criteria | typeof measurements | typeof gateKeys | typeof vetoes>(table: T) =>
    and(eq(table.gateId, gateId), eq(table.version, version))
  const turned = await from.select().from(gateKeys).where(ofStep(gateKeys))
  const asked = await from.select().from(criteria).where(ofStep(criteria)).orderBy(asc(criteria.number))
  const measured = from.select().from(measurements).where(ofStep(measurements))
  const said = from.select().from(vetoes).where(ofStep(vetoes)).orderBy(asc(vetoes.number))
  return {
    ...{ version, targetPct: row.targetPct, frozenOn: row.frozenOn, measuringFrom: row.measuringFrom },
    ...{ isJudgedGood: row.isJudgedGood, judgedOn: row.judgedOn, openedOn: row.openedOn },
    keys: { workgroup: turned.some(isOf('workgroup')), formal: turned.some(isOf('formal')) },
    turned: turned.map(keyTurned),
    criteria: asked,
    measurements: await measured.orderBy(asc(measurements.fromOn), asc(measurements.criterion)),
    vetoes: await said,
  }
}

function keyTurned({
  holder,
  turnedOn,
  reason,
  proposalId,
  fileHash,
  fileName,
}: typeof gateKeys.$inferSelect): KeyTurned {
  const file = fileHash && fileName ? { file: { hash: fileHash, name: fileName } } : {}
  return { holder, turnedOn, reason, proposalId, ...file }
}

const isOf =
  (holder: KeyHolder) =>
  (key: { holder: KeyHolder }): boolean =>
    key.holder === holder
