// Runs a script on the engine of this environment: node scripts/with-engine.mjs <script> [arguments]
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { become } from './checks/child.mjs'
import { engineOf } from './checks/freshness.mjs'
import { checkNode } from './checks/node-version.mjs'
import { run } from './checks/say.mjs'

await run(async () => {
  checkNode()
  process.chdir(fileURLToPath(new URL('..', import.meta.url)))
  if (existsSync('.env')) process.loadEnvFile('.env')
  const conditions = engineOf(process.env) === 'postgres' ? ['--conditions=postgres'] : []
  become(process.execPath, [...conditions, '--import', 'tsx', ...process.argv.slice(2)])
})
