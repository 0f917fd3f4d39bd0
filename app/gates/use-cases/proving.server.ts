import { and, asc, eq, gte, inArray, isNotNull, lte } from 'drizzle-orm'
import { type Db, db, gates, presentations, promises, proposals, workgroups } from '#db'
import type { Day } from '~/calendar'
import { membersOf } from '~/workgroups/members.server'
import { findingOf } from '../criteria'
import type { Output, Phase } from '../phases'
import { openStep } from '../rules'
import { findGate, type GateShown, type StepShown } from '../store.server'
import type { Proofs } from './use-case'

type Found = (readonly [Output, string | undefined])[]
type Asked = { id: string; workgroupId: string; phase: Phase; enteredOn: Day }

/** Returns what the data prove today of the phase a use case is in; nobody has said so, and nobody can say otherwise. */
export async function proofsOf(useCase: Asked, today: Day, from: Db = db): Promise<Proofs> {
  const found =
    useCase.phase === 'listen' ? await listened(useCase, today, from) : gateProofs(await gatesOf(useCase.id, from))
  return Object.fromEntries(found.filter(([, proof]) => proof !== undefined))
}

const listened = async (useCase: Asked, today: Day, from: Db): Promise<Found> => [
  ['promises', await anyPromise(from)],
  ['workgroup', await workingGroup(useCase.workgroupId, today, from)],
  ['presented', await presentedPlan(useCase, from)],
  ['actionPlan', await handedPlan(useCase, from)],
]

/** Returns the gates of a use case as they stand now. */
export async function gatesOf(useCaseId: string, from: Db = db): Promise<GateShown[]> {
  const rows = await from
    .select({ id: gates.id })
    .from(gates)
    .where(eq(gates.useCaseId, useCaseId))
    .orderBy(asc(gates.number))
  const found: GateShown[] = []
  for (const { id } of rows) found.push((await findGate(id, from))!)
  return found
}

async function anyPromise(from: Db) {
  const [row] = await from.select({ id: promises.id }).from(promises).orderBy(asc(promises.number)).limit(1)
  return row?.id
}

async function workingGroup(id: string, today: Day, from: Db) {
  const works = and(eq(workgroups.id, id), eq(workgroups.state, 'working'))
  const [row] = await from.select({ id: workgroups.id }).from(workgroups).where(works)
  return row && (await membersOf(id, today, from)).length > 0 ? row.id : undefined
}

/** A plan from before this use case began was about another one. */
const ownPlans = ({ workgroupId, enteredOn }: Asked) =>
  and(eq(proposals.workgroupId, workgroupId), eq(proposals.subject, 'plan'), gte(proposals.proposedOn, enteredOn))

async function presentedPlan(useCase: Asked, from: Db) {
  const [row] = await from
    .select({ id: proposals.id })
    .from(proposals)
    .innerJoin(presentations, eq(presentations.proposalId, proposals.id))
    .where(and(ownPlans(useCase), inArray(proposals.state, ['discussion', 'voting', 'adopted'])))
    .orderBy(asc(presentations.heldOn))
    .limit(1)
  return row?.id
}

/** The only way out of the first phase: a plan by staff, that colleagues saw before management did. */
async function handedPlan(useCase: Asked, from: Db) {
  const handed = and(ownPlans(useCase), eq(proposals.state, 'adopted'), isNotNull(proposals.handedOn))
  const [row] = await from
    .select({ id: proposals.id })
    .from(proposals)
    .innerJoin(presentations, eq(presentations.proposalId, proposals.id))
    .where(and(handed, lte(presentations.heldOn, proposals.handedOn)))
    .limit(1)
  return row?.id
}

const isMeasured = ({ criteria, measurements }: StepShown) =>
  criteria.length > 0 && criteria.every(one => findingOf(one, measurements).says !== 'tooLittle')

/** A gate behind the pilot's is open: more customers reach the AI than the pilot needed. */
const hasGrown = (gate: GateShown) => (gate.kind === 'goLive' || gate.kind === 'scale') && openStep(gate) !== undefined

function gateProofs(all: readonly GateShown[]): Found {
  const steps = all.flatMap(gate => gate.steps.map(step => ({ step, name: `${gate.id}/${step.version}` })))
  const grown = all.find(hasGrown)
  return [
    ['criteria', steps.find(({ step }) => step.frozenOn !== null)?.name],
    ['pilotMeasured', steps.find(({ step }) => isMeasured(step))?.name],
    ['volumeSteps', grown && `${grown.id}/${openStep(grown)!.version}`],
  ]
}
