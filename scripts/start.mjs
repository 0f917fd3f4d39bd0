// npm start: everything a newcomer needs, also in a fresh clone. Only Node's own modules until the packages are there.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { become } from './checks/child.mjs'
import { guardedNode } from './checks/guarded-node.mjs'
import { checkNode } from './checks/node-version.mjs'
import { run } from './checks/say.mjs'

await run(async () => {
  checkNode()
  process.chdir(fileURLToPath(new URL('..', import.meta.url)))
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { ensureInstalled } = await import('./checks/install.mjs')
  const { ensureBuilt } = await import('./checks/build.mjs')
  const { checkPortIsFree } = await import('./checks/port.mjs')
  await ensureInstalled()
  await ensureBuilt()
  await checkPortIsFree()
  const env = { ...process.env, NODE_ENV: 'production' }
  const { command, args } = guardedNode(['--import', 'tsx', 'scripts/serve.ts'])
  become(command, args, { env })
})
