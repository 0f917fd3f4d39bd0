// What the server process may take from the app: one instance of each, the same one the pages use.

import { sql } from 'drizzle-orm'
import { closeDatabase, db } from '#db'
import { closeBallotBox } from './pulses/ballot-box.server'

export { engine, migrate } from '#db'
export { config } from './config.server'
export { gateFile } from './gates/machine/served.server'
export { kindOf, log } from './log.server'
export { demoAccounts, wantsDemo } from './preparation.server'
export { moveRounds, recover } from './timetable.server'

/** Asks the database for an answer; throws when it gives none. */
export async function databaseAnswers() {
  await db.select({ one: sql<number>`1` }).from(sql`(select 1) as one_row`)
}

/** Closes every file and connection of the app; the last thing a process does. */
export async function closeAll() {
  closeBallotBox()
  await closeDatabase()
}
