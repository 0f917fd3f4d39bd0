// npm run dev: the same server with live reload. Vite serves the sources; the headers are those of production but for its styles and socket.
import { existsSync, readFileSync } from 'node:fs'
import { createRequestHandler } from '@remix-run/node'
import { createServer as createVite } from 'vite'
import { freePort } from './checks/port.mjs'
import { createWebServer } from './web/app'
import { buildBallotAssets } from './web/ballot-assets'
import { startBallotBox } from './web/ballot-box'
import { playDemo } from './web/demo'
import { healthOf } from './web/health'
import { listen, stopServing } from './web/listening'
import type { Build } from './web/machine-room'
import { startTimetable } from './web/timetable'

if (existsSync('.env')) process.loadEnvFile('.env')
const hmr = { port: await freePort() }
const vite = await createVite({ configFile: 'remix.config.js', server: { middlewareMode: true, hmr } })
const loadBuild = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<unknown> as Promise<Build>

await buildBallotAssets()
const room = (await loadBuild()).entry.module.machineRoom
const { closeAll, config, databaseAnswers, engine, log, migrate, moveRounds, recover, wantsDemo } = room
await migrate()
if (await wantsDemo()) playDemo({ engine, dataDir: config.dataDir })
const box = await startBallotBox({ dataDir: config.dataDir, port: config.ballotBoxPort, log })
await recover()

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const server = createWebServer({
  pages: async (request, load) => createRequestHandler((await loadBuild()) as never, 'development')(request, load),
  ownOrigin: config.origin,
  ballotBoxPort: box.port,
  sources: vite.middlewares,
  tokenFile: 'build/ballot-box/token.js',
  health: () => healthOf({ version, engine, databaseAnswers, ballotBoxPort: box.port }),
  onFault: fault => console.error(fault),
})
await listen(server, config)
const stopTimetable = startTimetable([{ name: 'rounds', work: moveRounds }], (_job, fault) => console.error(fault))
console.log(`\nInspraak is at ${config.origin}, with live reload`)

for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, stop)

async function stop() {
  await Promise.all([stopTimetable(), stopServing(server), vite.close(), box.stop()])
  await closeAll()
  process.exit(0)
}
