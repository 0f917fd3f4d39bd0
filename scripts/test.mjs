// npm test: everything CI checks, in a fresh clone too. npm run check: the same without the browser journeys.
import { fileURLToPath } from 'node:url'
import { checkNode } from './checks/node-version.mjs'
import { run } from './checks/say.mjs'

// Whoever stops the checks stops everything they started.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130))

await run(async () => {
  checkNode()
  process.chdir(fileURLToPath(new URL('..', import.meta.url)))
  const { ensureInstalled } = await import('./checks/install.mjs')
  await ensureInstalled()
  const { checkEverything } = await import('./checks/everything.mjs')
  const ok = await checkEverything({ withJourneys: !process.argv.includes('--without-journeys') })
  process.exit(ok ? 0 : 1)
})
