// npm run bench [-- --json] [-- <name prefix>]: measures the house against floors in the same run.
import { measureAnsweringPage } from './bench/answering-page'
import { measureBallots } from './bench/ballots'
import { measureClosing } from './bench/closing'
import { measureTalks } from './bench/conversations'
import { measureCouncil } from './bench/council'
import { measureDisclosure } from './bench/disclosure'
import type { Measured } from './bench/figure'
import { measureGates } from './bench/gates'
import { measureIssuing } from './bench/issuing'
import { measureLedger } from './bench/ledger'
import { asTable } from './bench/printing'
import { measurePromises } from './bench/promises'
import { measureReadiness } from './bench/readiness'
import { measureReplay } from './bench/replay'
import { measureResults } from './bench/results'
import { measureRetention } from './bench/retention'
import { measureSheet } from './bench/sheet'
import { measureSlips } from './bench/slips'
import { clearAway } from './bench/workshop'

/** What can be measured, by the beginning of the names of its figures. */
const rooms: Record<string, () => Promise<Measured>> = {
  ballots: measureBallots,
  slips: measureSlips,
  issue: measureIssuing,
  'close.council': measureCouncil,
  close: measureClosing,
  'answering-page': measureAnsweringPage,
  results: measureResults,
  readiness: measureReadiness,
  ledger: measureLedger,
  promises: measurePromises,
  'conversations.list': measureTalks,
  'conversations.preparation': measureSheet,
  'conversations.retention': measureRetention,
  disclosure: measureDisclosure,
  'gates.replay': measureReplay,
  gates: measureGates,
}

const wishes = process.argv.slice(2).filter(word => word !== '--')
const asJson = wishes.includes('--json')
const prefix = wishes.find(word => word !== '--json') ?? ''
const isWished = (name: string) => name.startsWith(prefix)
const tell = (line: string) => process.stderr.write(`${line}\n`)

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => clearAway().then(() => process.exit(1)))

const all: Measured = { figures: [], skipped: {} }
try {
  for (const [room, measure] of Object.entries(rooms)) {
    if (!isWished(room) && !prefix.startsWith(room)) continue
    tell(`Measuring: ${room}`)
    const { figures, skipped } = await measure()
    all.figures.push(...figures.filter(({ name }) => isWished(name)))
    for (const [name, why] of Object.entries(skipped)) if (isWished(name)) all.skipped[name] = why
  }
} finally {
  await clearAway()
}
if (Object.keys(all.figures).length + Object.keys(all.skipped).length === 0) {
  tell(`Nothing to measure is called ${prefix}; there is: ${Object.keys(rooms).join(', ')}`)
  process.exitCode = 1
}
if (asJson) {
  for (const [name, why] of Object.entries(all.skipped)) tell(`Skipped ${name}: ${why}`)
  process.stdout.write(`${JSON.stringify({ figures: all.figures }, null, 2)}\n`)
} else {
  process.stdout.write(asTable(all))
}
