// npm run db:change -- <name>: writes the migrations of both engines from the one schema.

import { hear } from './checks/child.mjs'
import { checkNode } from './checks/node-version.mjs'
import { Obstacle, run, say } from './checks/say.mjs'

await run(async () => {
  checkNode()
  const name = process.argv[2]
  if (!/^[a-z0-9-]+$/.test(name ?? ''))
    throw new Obstacle('Give the change a name in kebab-case.', 'npm run db:change -- drop-the-fax-number')
  for (const engine of ['sqlite', 'postgres']) {
    const args = ['node_modules/drizzle-kit/bin.cjs', 'generate', '--config', 'db/drizzle.config.ts', '--name', name]
    const NODE_OPTIONS = engine === 'postgres' ? '--conditions=postgres' : ''
    const { ok, output } = await hear(process.execPath, args, { env: { ...process.env, ENGINE: engine, NODE_OPTIONS } })
    if (!ok || /error/i.test(output)) throw new Obstacle(`${output}\nThe migration for ${engine} could not be written.`)
    say(`${engine}: ${output.trim().split('\n').at(-1)}`)
  }
  say(
    'Read both .sql files before you commit: they are never changed after a release. Tables that tell an order are WITHOUT ROWID by hand.',
  )
})
