import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { type Db, db, recurringTasks, tasksDone } from '#db'
import { addDays, type Day } from '~/calendar'
import { allow, refuse } from '~/decision'
import { hasRole } from '~/people/rules'
import { type By, inUseCase, mayWalk } from './recording.server'
import { nextDue, useCaseMakers } from './rules'
import type { Task } from './use-case'

/** How many of the last times are told. @source our own choice: a month of weeks */
const timesTold = 4

/** Returns the tasks of a use case that still run, the one that is due first first. */
export async function tasksOf(useCaseId: string, today: Day, from: Db = db): Promise<Task[]> {
  const runs = and(eq(recurringTasks.useCaseId, useCaseId), isNull(recurringTasks.endedOn))
  const rows = await from.select().from(recurringTasks).where(runs).orderBy(asc(recurringTasks.nextDueOn))
  const ids = rows.map(({ id }) => id)
  const done = await from.select().from(tasksDone).where(inArray(tasksDone.taskId, ids)).orderBy(desc(tasksDone.dueOn))
  return rows.map(({ id, words, who, everyDays, nextDueOn }) => ({
    ...{ id, words, who, everyDays, nextDueOn, isLate: nextDueOn < today },
    done: done
      .filter(one => one.taskId === id)
      .slice(0, timesTold)
      .map(({ dueOn, doneOn, note }) => ({ dueOn, doneOn, note })),
  }))
}

/** Returns whether somebody may begin and end tasks: who walks the road, and who answers for it. */
export const mayPlan = async (useCase: { workgroupId: string }, by: By['person'], today: Day, from?: Db) =>
  hasRole(by, useCaseMakers) || (await mayWalk(useCase, by, today, from))

const planned = <Done>(useCaseId: string, by: By, work: (tx: Db, today: Day) => Promise<Done>) =>
  inUseCase(useCaseId, by, (tx, _now, today) => work(tx, today), mayPlan)

/** Begins a task that comes back; the very same one sent twice is one task. */
export const recordTask = (useCaseId: string, said: { words: string; who: string; everyDays: number }, by: By) =>
  planned(useCaseId, by, async (tx, today) => {
    const running = await tasksOf(useCaseId, today, tx)
    const same = running.find(one => one.words === said.words && one.who === said.who)
    if (same) return allow({ id: same.id })
    const id = randomUUID()
    await tx.insert(recurringTasks).values({ id, useCaseId, ...said, nextDueOn: addDays(today, said.everyDays) })
    return allow({ id })
  })

/** Ends a task; what was done of it stays. */
export const endTask = (useCaseId: string, taskId: string, by: By) =>
  planned(useCaseId, by, async (tx, today) => {
    const own = and(eq(recurringTasks.id, taskId), eq(recurringTasks.useCaseId, useCaseId))
    await tx
      .update(recurringTasks)
      .set({ endedOn: today })
      .where(and(own, isNull(recurringTasks.endedOn)))
    return allow({ id: taskId })
  })

/** Writes down that a task was done for the day on which it was due. A second press finds it done. */
export const recordTaskDone = (useCaseId: string, taskId: string, said: { dueOn: Day; note: string }, by: By) =>
  inUseCase(useCaseId, by, async (tx, _now, today) => {
    const task = (await tasksOf(useCaseId, today, tx)).find(({ id }) => id === taskId)
    if (!task) return refuse('noSuchTask')
    if (task.nextDueOn !== said.dueOn) return allow({ id: taskId })
    await tx.insert(tasksDone).values({ taskId, dueOn: said.dueOn, doneOn: today, note: said.note })
    const next = nextDue({ dueOn: said.dueOn, everyDays: task.everyDays }, today)
    await tx.update(recurringTasks).set({ nextDueOn: next }).where(eq(recurringTasks.id, taskId))
    return allow({ id: taskId })
  })
