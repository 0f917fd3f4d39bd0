import { spawnSync } from 'node:child_process'

/**
 * Plays the demo in a process of its own: it needs the browser's half of the protocol too.
 * Half a year would be a demo that contradicts itself, so whoever interrupts it starts again with an empty folder.
 */
export function playDemo({ engine, dataDir }: { engine: string; dataDir: string }) {
  const condition = engine === 'postgres' ? ['--conditions=postgres'] : []
  const env = { ...process.env, LOG_LEVEL: 'error' }
  const args = ['--import', 'tsx', ...condition, 'scripts/seed.ts']
  const played = spawnSync(process.execPath, args, { stdio: 'inherit', env })
  if (played.status === 0) return
  process.stderr.write(`\nThe demo did not come to its end. Remove ${dataDir} and start again.\n`)
  process.exit(1)
}
