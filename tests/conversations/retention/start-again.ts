import { closeDatabase, conversations, db } from '#db'
import { listKept } from '~/conversations/retention/kept.server'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { recover } from '~/timetable.server'

// Starts a restored house as `npm start` does, and tells which records are in it and how the talks stand.
await recover()
const records = (await listKept(undefined)).map(record => record.conversationId)
const states = Object.fromEntries((await db.select().from(conversations)).map(({ id, state }) => [id, state]))
process.stdout.write(`OUTCOME ${JSON.stringify({ records, states })}\n`)
closeBallotBox()
await closeDatabase()
