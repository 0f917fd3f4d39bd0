// What the server process may take from the app: one instance of each, the same one the pages use.

export { closeDatabase, engine, migrate } from '#db'
export { config } from './config.server'
export { kindOf, log } from './log.server'
export { databaseAnswers } from './people/store.server'
export { moveRounds } from './timetable.server'
