// Closes and publishes one round and does nothing else: `closing-work.ts <round>`. Tells how long and how large.
import { closeDatabase } from '#db'
import { closeBallotBox } from '../../app/pulses/ballot-box.server'
import { closeAndCount } from '../../app/pulses/closing.server'

const start = performance.now()
const closed = await closeAndCount(process.argv[2]!)
const seconds = (performance.now() - start) / 1000
if (!closed.ok) throw new Error(closed.because)
const megabytes = process.resourceUsage().maxRSS / 1024
closeBallotBox()
await closeDatabase()
process.send!({ seconds, megabytes })
process.disconnect()
