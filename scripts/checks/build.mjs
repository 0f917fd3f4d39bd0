import { hear } from './child.mjs'
import { engineOf, isFresh } from './freshness.mjs'
import { Obstacle, say, secondsSince } from './say.mjs'

/** Builds the pages and the answering page when the build is missing or older than the sources. */
export async function ensureBuilt(environment = process.env) {
  const engine = engineOf(environment)
  if (isFresh(engine)) return
  const start = performance.now()
  say('Building the pages (about 20 seconds)')
  const env = { ...environment, NODE_ENV: 'production' }
  const built = await hear(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { about: 'building', env })
  if (!built.ok) throw new Obstacle(`${built.output}\nThe pages could not be built; the reason is above.`)
  say(`Built in ${secondsSince(start)}`)
}
