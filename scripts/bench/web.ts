import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { isFresh } from '../checks/freshness.mjs'
import { freshFolder, settingsFor, startServer } from './workshop'

/** Milliseconds for a server to start. */
const patience = 30_000

/** Builds the pages when they are older than their sources; returns whether there is a build. */
export function isBuilt(DATABASE_URL = ''): boolean {
  if (isFresh(DATABASE_URL ? 'postgres' : 'sqlite')) return true
  const environment = { ...process.env, DATABASE_URL, NODE_ENV: 'production' as const }
  return (
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { stdio: 'ignore', env: environment })
      .status === 0
  )
}

export const notBuilt = 'the pages could not be built (npm run build says why)'

/** Starts the whole real server, ballot box and timetable included, on a copy of a prepared data folder. */
export async function startWeb(prepared: string, more: { DATABASE_URL?: string } = {}) {
  const dataDir = freshFolder('serving')
  cpSync(prepared, dataDir, { recursive: true })
  const port = await freePort()
  const stop = startServer('scripts/serve.ts', { ...settingsFor(dataDir), ...more, PORT: String(port) })
  for (const start = performance.now(); performance.now() - start < patience; await pause(100)) {
    const health = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
    if (health?.ok) return { port, stop, dataDir }
  }
  throw new Error('the server did not start')
}

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise(resolve =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    }),
  )
}
