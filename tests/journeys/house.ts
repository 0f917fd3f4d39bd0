import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as plain } from '@playwright/test'
import Database from 'better-sqlite3'
import { freePort } from '../../scripts/checks/port.mjs'

/** A running Inspraak with a data folder of its own. */
export type House = { address: string; dataDir: string; said: () => string; close: () => Promise<void> }

/** What a round of the demo is called in addresses, by its number. */
export const demoRound = (number: number) => process.env.DEMO_ROUNDS!.split(',')[number - 1]!

/** Seconds in which the demo organisation must be there. */
const longestStart = 240

/** Starts the built server on a free port, as `npm start` does; `settings` are added to its environment. The year of the demo is there when it was played before. */
export async function openHouse(settings: Record<string, string> = {}): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'inspraak-journey-'))
  if (process.env.DEMO_YEAR) cpSync(process.env.DEMO_YEAR, dataDir, { recursive: true })
  const port = await freePort()
  const env = { ...process.env, NODE_ENV: 'production' as const, PORT: String(port), DATA_DIR: dataDir, ...settings }
  const server = spawn(process.execPath, ['--import', 'tsx', 'scripts/serve.ts'], { env, stdio: 'pipe' })
  let said = ''
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', chunk => {
      said += chunk
    })
  }
  await untilItSays(server, () => said, 'Inspraak is at')
  return { address: `http://127.0.0.1:${port}`, dataDir, said: () => said, close: () => close(server, dataDir) }
}

/** `test` with one house for all journeys of a file; `baseURL` is its address. */
export const test = plain.extend<object, { house: House }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright insists on a pattern here
    async ({}, use) => {
      const house = await openHouse()
      await use(house)
      await house.close()
    },
    { scope: 'worker', timeout: (longestStart + 30) * 1000 },
  ],
  baseURL: ({ house }, use) => use(house.address),
})
export { expect } from '@playwright/test'

/** Lets the day come on which everybody may read a result. No test can wait for it, so the day comes to the house. */
export function endsEmbargo({ dataDir }: House, round: string) {
  const stored = new Database(join(dataDir, 'app.db'))
  stored.prepare("update embargoes set until = date('now') where round_id = ?").run(round)
  stored.close()
}

function untilItSays(server: ChildProcess, said: () => string, words: string) {
  return new Promise<void>((resolve, reject) => {
    const look = setInterval(() => said().includes(words) && end(resolve), 50)
    const late = setTimeout(() => end(() => reject(new Error(`Not up in time:\n${said()}`))), longestStart * 1000)
    const fallen = () => end(() => reject(new Error(`The server fell:\n${said()}`)))
    const end = (then: () => void) => {
      clearInterval(look)
      clearTimeout(late)
      server.off('exit', fallen)
      then()
    }
    server.once('exit', fallen)
  })
}

async function close(server: ChildProcess, dataDir: string) {
  const gone = new Promise(resolve => server.once('exit', resolve))
  server.kill('SIGTERM')
  await gone
  rmSync(dataDir, { recursive: true, force: true })
}
