import { and, eq, gte, lt } from 'drizzle-orm'
import { gateSteps } from '#db'
import { allow, refuse } from '~/decision'
import type { Person } from '~/people/rules'
import { membersOf, sitsIn } from '~/workgroups/members.server'
import { mayOpen, mayStepBack } from './hands'
import { inStep, rowOf, type StepPlace } from './moving.server'
import { blocksOf, openGate } from './rules'

/** Opens a step, if nothing holds it. What it replaces is over then; opening twice opens once. */
export const recordOpening = (place: StepPlace, by: Pick<Person, 'roles'>, at: Date) =>
  inStep(place, at, async ({ tx, gate, step, today }) => {
    if (!mayOpen(by)) return refuse('notYourMove')
    const isOpen = step.openedOn !== null && blocksOf(step, gate).length === 0
    if (isOpen) return allow({ openedOn: step.openedOn })
    // Nobody could veto what opens now.
    if ((await membersOf(gate.workgroupId, today, tx)).length === 0) return refuse('groupEmpty')
    const decision = openGate(gate, place.version, today)
    if (!decision.ok) return decision
    const before = and(lt(gateSteps.version, place.version), eq(gateSteps.targetPct, step.targetPct))
    await tx
      .update(gateSteps)
      .set({ openedOn: null })
      .where(and(eq(gateSteps.gateId, place.gateId), before))
    await tx.update(gateSteps).set(decision.value).where(rowOf(place))
    return decision
  })

/**
 * Steps back from a step that is open, and from all that go further: always possible, at once, by whoever may open it and
 * by both who hold a key. The reason stands in the ledger.
 */
export const stepBack = (place: StepPlace, reason: string, by: Pick<Person, 'id' | 'roles'>, at: Date) =>
  inStep(place, at, async ({ tx, gate, step, today, because }) => {
    const isMember = await sitsIn(gate.workgroupId, by.id, today, tx)
    if (!mayStepBack(by, isMember)) return refuse('notYourMove')
    if (reason.trim() === '') return refuse('reasonMissing')
    if (step.openedOn === null) return allow('closed' as const)
    because(reason)
    const further = and(eq(gateSteps.gateId, place.gateId), gte(gateSteps.targetPct, step.targetPct))
    await tx.update(gateSteps).set({ openedOn: null }).where(further)
    return allow('closed' as const)
  })
