import { isNotNull } from 'drizzle-orm'
import { closeDatabase, conversations, db, keyWraps } from '#db'
import { listKept } from '~/conversations/retention/kept.server'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { recover } from '~/timetable.server'

// Starts a restored house as `npm start` does, and tells which records are in it, how the talks stand and what is shared.
await recover()
const records = (await listKept(undefined)).map(record => record.conversationId)
const states = Object.fromEntries((await db.select().from(conversations)).map(({ id, state }) => [id, state]))
const shares = (await db.select().from(keyWraps).where(isNotNull(keyWraps.endsOn))).length
process.stdout.write(`OUTCOME ${JSON.stringify({ records, states, shares })}\n`)
closeBallotBox()
await closeDatabase()
