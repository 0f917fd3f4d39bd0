// The server: web app, ballot box and timetable in one command. `npm start` runs it after building.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/node'
import { engineOf } from './checks/freshness.mjs'
import { createWebServer } from './web/app'
import { startBallotBox } from './web/ballot-box'
import { playDemo } from './web/demo'
import { healthOf } from './web/health'
import { listen, stopServing } from './web/listening'
import type { Build, DemoAccount } from './web/machine-room'
import { quietenConsole } from './web/quiet'
import { startTimetable } from './web/timetable'
import { tokenDoorOf } from './web/token-door'

const say = (line: string) => process.stdout.write(`${line}\n`)
const folder = `build/${engineOf(process.env)}`

const build = await loadBuild()
const {
  closeAll,
  config,
  databaseAnswers,
  demoAccounts,
  engine,
  gateFile,
  kindOf,
  log,
  migrate,
  moveRounds,
  recover,
  wantsDemo,
} = build.entry.module.machineRoom
quietenConsole(fault => log('web.fault', { reference: 'console', kind: kindOf(fault) }))
await migrate()
log('database.migrated', { engine })
if (await wantsDemo()) playDemo({ engine, dataDir: config.dataDir })

const box = await startBallotBox({ dataDir: config.dataDir, port: config.ballotBoxPort, log })
await recover()

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const server = createWebServer({
  pages: createRequestHandler(build as never, 'production'),
  tokenDoor: tokenDoorOf(build),
  gateDoor: gateFile,
  ownOrigin: config.origin,
  ballotBoxPort: box.port,
  publicFolder: `${folder}/client`,
  tokenFile: 'build/ballot-box/token.js',
  health: () => healthOf({ version, engine, databaseAnswers, ballotBoxPort: box.port }),
  onFault: (fault, reference) => log('web.fault', { reference, kind: kindOf(fault) }),
})
await listen(server, config)
const stopTimetable = startTimetable([{ name: 'rounds', work: moveRounds }], (job, fault) =>
  log('job.failed', { job, kind: kindOf(fault) }),
)
log('web.started', { port: config.port, engine })
announce(await demoAccounts())

let stopping = false
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'disconnect']) process.on(signal, () => stop(0))
process.on('uncaughtException', fault => {
  log('web.fault', { reference: 'process', kind: kindOf(fault) })
  stop(1)
})

/** Finishes what is under way, then lets go of everything; gives up waiting after two seconds. */
async function stop(code: number) {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(1), 2000).unref()
  const timetableDone = stopTimetable()
  await stopServing(server)
  await Promise.all([timetableDone, box.stop()])
  await closeAll()
  log('web.stopped', {})
  process.exit(code)
}

/** A wrong setting is a sentence, not a stack. */
async function loadBuild(): Promise<Build> {
  try {
    return await import(pathToFileURL(`${folder}/server/index.js`).href)
  } catch (fault) {
    const { message, stack } = fault as Error
    process.stderr.write(`\n${message.startsWith('These settings') ? message : stack}\n`)
    process.exit(1)
  }
}

function announce(accounts: DemoAccount[]) {
  say(`\nInspraak is at ${config.origin}`)
  say(`Its data lies in ${config.dataDir} (${engine})`)
  if (accounts.length > 0) say('\nDemo accounts (or one tap on the sign-in page):')
  for (const { role, email, password } of accounts) say(`  ${role.padEnd(18)} ${email.padEnd(36)} ${password}`)
  say('\nStop with Ctrl+C')
}
