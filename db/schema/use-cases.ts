import { count, day, index, oneOf, onlyWords, primaryKey, table, text } from '#columns'
import { phases } from '~/gates/phases'
import { keptFiles } from './promises'
import { workgroups } from './workgroups'

/** One kind of question of customers that an AI may come to answer, and the phase it is in. */
export const useCases = table(
  'use_cases',
  {
    id: text().primaryKey(),
    number: count().notNull().unique(),
    workgroupId: text()
      .notNull()
      .references(() => workgroups.id),
    name: text().notNull(),
    phase: oneOf(phases).notNull(),
    enteredOn: day().notNull(),
  },
  t => [onlyWords('use_cases_phase', t.phase, phases)],
)

/** What a use case showed that a phase had to bring. */
export const phaseOutputs = table(
  'phase_outputs',
  {
    useCaseId: text()
      .notNull()
      .references(() => useCases.id),
    phase: oneOf(phases).notNull(),
    output: text().notNull(),
    proof: text().notNull(),
    shownOn: day().notNull(),
    fileHash: text().references(() => keptFiles.hash),
    fileName: text(),
  },
  t => [primaryKey({ columns: [t.useCaseId, t.phase, t.output] }), onlyWords('phase_outputs_phase', t.phase, phases)],
)

/** What a use case does again and again against a known pitfall. */
export const recurringTasks = table(
  'recurring_tasks',
  {
    id: text().primaryKey(),
    useCaseId: text()
      .notNull()
      .references(() => useCases.id),
    words: text().notNull(),
    /** Who does it, as a role or a group; no name of a person. */
    who: text().notNull(),
    everyDays: count().notNull(),
    nextDueOn: day().notNull(),
    endedOn: day(),
  },
  t => [index('recurring_tasks_use_case').on(t.useCaseId)],
)

export const tasksDone = table(
  'tasks_done',
  {
    taskId: text()
      .notNull()
      .references(() => recurringTasks.id),
    dueOn: day().notNull(),
    doneOn: day().notNull(),
    note: text().notNull(),
  },
  t => [primaryKey({ columns: [t.taskId, t.dueOn] })],
)
