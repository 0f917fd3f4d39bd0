import { and, eq, gte, inArray, isNull } from 'drizzle-orm'
import { db, presentations, proposals, recurringTasks, seatRules, volunteers } from '#db'
import type { Day } from '~/calendar'
import { hoursOf } from '~/workgroups/hours/store.server'
import { membersOf } from '~/workgroups/members.server'
import { type Shift, shifts } from '~/workgroups/seats/rules'
import type { GateShown, StepShown } from '../store.server'
import type { Facts } from './signals'
import type { UseCase } from './use-case'

/** Gathers what is known of a use case, so that its pitfalls can be seen. */
export async function factsOf(useCase: UseCase, gates: readonly GateShown[], today: Day): Promise<Facts> {
  const { phase, enteredOn, workgroupId } = useCase
  const steps = gates.flatMap(gate => gate.steps)
  const open = steps.flatMap(step => step.vetoes).filter(({ state }) => state === 'raised')
  return {
    ...{ phase, enteredOn, ...(await plansSince(workgroupId, enteredOn)) },
    hasHours: !(await hoursOf(workgroupId, today)).flags.some(({ kind }) => kind === 'tooFew'),
    unanswered: open.map(({ answerDueOn }) => answerDueOn),
    measuredUntil: steps.flatMap(step => lastMeasured(step, today)),
    shiftsWithout: await shiftsWithout(workgroupId, today),
    taskDue: await firstDue(useCase.id),
  }
}

/** A step that the group judged is not measured any more. */
function lastMeasured({ measuringFrom, judgedOn, measurements }: StepShown, today: Day): Day[] {
  if (!measuringFrom || measuringFrom > today || judgedOn !== null) return []
  return [measurements.reduce((last, { untilOn }) => (untilOn > last ? untilOn : last), measuringFrom)]
}

async function plansSince(workgroupId: string, day: Day) {
  const own = and(eq(proposals.workgroupId, workgroupId), eq(proposals.subject, 'plan'), gte(proposals.proposedOn, day))
  const plans = await db.select({ id: proposals.id }).from(proposals).where(own)
  const ids = plans.map(({ id }) => id)
  const shown = await db.select().from(presentations).where(inArray(presentations.proposalId, ids))
  return { plans: plans.length, presented: shown.length }
}

/** Shifts that the group wanted at its table and that no member of today said to work. */
async function shiftsWithout(workgroupId: string, today: Day): Promise<Shift[]> {
  const wanted = and(eq(seatRules.workgroupId, workgroupId), eq(seatRules.trait, 'shift'))
  const rules = await db.select().from(seatRules).where(wanted)
  const ids = (await membersOf(workgroupId, today)).map(({ id }) => id)
  const said = await db.select().from(volunteers).where(eq(volunteers.workgroupId, workgroupId))
  const there = said.filter(({ personId }) => ids.includes(personId)).map(({ shift }) => shift)
  return shifts.filter(shift => rules.some(({ value }) => value === shift) && !there.includes(shift))
}

async function firstDue(useCaseId: string): Promise<Day | null> {
  const runs = and(eq(recurringTasks.useCaseId, useCaseId), isNull(recurringTasks.endedOn))
  const rows = await db.select({ dueOn: recurringTasks.nextDueOn }).from(recurringTasks).where(runs)
  return rows.map(({ dueOn }) => dueOn).sort()[0] ?? null
}
