// Destroys records whose time is over: `conversations-work.ts <job|plain> <day>`, in the data folder of its settings. As
// the house does it, while somebody else keeps wanting to write; or plainly, all rows in one transaction.
import { accessLog, closeDatabase, compact, conversationRecords, conversations, keyWraps, transact } from '#db'
import { expireToday } from '../../app/conversations/retention/expiring.server'

const [how, today = ''] = process.argv.slice(2)
let isDone = false

const waits: number[] = []
const waiting = how === 'job' ? keepWriting() : Promise.resolve()
const start = performance.now()
await (how === 'job' ? expireToday(today) : deletePlainly())
const milliseconds = performance.now() - start
isDone = true
await waiting
await closeDatabase()
// The last ones waited for the file to be rewritten.
process.send!({
  milliseconds,
  longestWait: Math.max(0, ...waits.slice(0, -2)),
  cleaning: Math.max(0, ...waits.slice(-2)),
})
process.disconnect()

async function deletePlainly() {
  await transact(async tx => {
    for (const table of [conversationRecords, keyWraps, accessLog]) await tx.delete(table)
    await tx.update(conversations).set({ state: 'expired', endedOn: today })
  })
  await compact()
}

/** Wants to write every few milliseconds, and counts from that moment on: also while the whole process stands still. */
async function keepWriting() {
  while (!isDone) {
    const wanted = performance.now() + 5
    await new Promise(resolve => setTimeout(resolve, 5))
    await transact(async () => {})
    waits.push(performance.now() - wanted)
  }
}
