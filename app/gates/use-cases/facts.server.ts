import { and, desc, eq, gte, inArray, isNull } from 'drizzle-orm'
import { db, memberHours, presentations, proposals, recurringTasks, seatRules, volunteers } from '#db'
import type { Day } from '~/calendar'
import { membersOf } from '~/workgroups/members.server'
import { type Shift, shifts } from '~/workgroups/seats/rules'
import type { GateShown, StepShown } from '../store.server'
import type { Facts } from './signals'
import type { UseCase } from './use-case'

/** Weeks of hours that are looked at. @source our own choice: one bad week is a week, four are how it goes */
const weeksTold = 4

/** Gathers what is known of a use case, so that its pitfalls can be seen. */
export async function factsOf(useCase: UseCase, gates: readonly GateShown[], today: Day): Promise<Facts> {
  const { phase, enteredOn, workgroupId } = useCase
  const steps = gates.flatMap(gate => gate.steps)
  const open = steps.flatMap(step => step.vetoes).filter(({ state }) => state === 'raised')
  return {
    ...{ phase, enteredOn, ...(await plansSince(workgroupId, enteredOn)) },
    hours: await hoursOf(workgroupId),
    unanswered: open.map(({ answerDueOn }) => answerDueOn),
    measuredUntil: steps.flatMap(step => lastMeasured(step, today)),
    shiftsWithout: await shiftsWithout(workgroupId, today),
    taskDue: await firstDue(useCase.id),
  }
}

/** A step that is judged and stays shut is not measured any more. */
function lastMeasured({ measuringFrom, openedOn, isJudgedGood, measurements }: StepShown, today: Day): Day[] {
  if (!measuringFrom || measuringFrom > today || (isJudgedGood && !openedOn)) return []
  return [measurements.reduce((last, { untilOn }) => (untilOn > last ? untilOn : last), measuringFrom)]
}

async function plansSince(workgroupId: string, day: Day) {
  const own = and(eq(proposals.workgroupId, workgroupId), eq(proposals.subject, 'plan'), gte(proposals.proposedOn, day))
  const plans = await db.select({ id: proposals.id }).from(proposals).where(own)
  const ids = plans.map(({ id }) => id)
  const shown = await db.select().from(presentations).where(inArray(presentations.proposalId, ids))
  return { plans: plans.length, presented: shown.length }
}

async function hoursOf(workgroupId: string) {
  const own = eq(memberHours.workgroupId, workgroupId)
  const weeks = await db
    .selectDistinct({ week: memberHours.week })
    .from(memberHours)
    .where(own)
    .orderBy(desc(memberHours.week))
    .limit(weeksTold)
  const last = inArray(
    memberHours.week,
    weeks.map(({ week }) => week),
  )
  const rows = await db.select().from(memberHours).where(and(own, last))
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0)
  return { promised: sum(row => row.promisedMinutes), released: sum(row => row.usedMinutes) }
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
