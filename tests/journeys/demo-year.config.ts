import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/**
 * Plays the year of the demo once, before all journeys: each gets a copy of it in its own folder. All of them then
 * say that they live at one address, which is what the first entry of their ledger is about. It belongs to the
 * configuration of Playwright, which takes it by default only.
 */
export default function playOnce() {
  const folder = mkdtempSync(join(tmpdir(), 'inspraak-demo-year-'))
  const env = { ...process.env, DATA_DIR: folder, LOG_LEVEL: 'error', LEDGER_NAME: 'journeys.example/ledger' }
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/seed.ts'], { env })
  if (status !== 0) throw new Error(`the demo did not come to its end: ${stderr}`)
  Object.assign(process.env, { DEMO_YEAR: folder, DEMO_ROUNDS: roundsIn(folder), LEDGER_NAME: env.LEDGER_NAME })
  return () => rmSync(folder, { recursive: true, force: true })
}

/** A round is called by its number and some characters of chance. */
function roundsIn(folder: string): string {
  const database = new Database(join(folder, 'app.db'), { readonly: true })
  const ids = database.prepare('select id from rounds order by number').pluck().all()
  database.close()
  return ids.join()
}
