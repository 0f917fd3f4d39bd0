import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Everything that ends up in the build. */
const sources = ['app', 'db', 'surveys', 'scripts/build.ts', 'scripts/web/ballot-assets.ts', 'scripts/web/packing.ts']
const alsoCounts = ['package-lock.json', 'package.json', 'remix.config.js', 'tsconfig.json']

/** The engine this environment asks for; it is fixed when the app is built. */
export const engineOf = environment => (environment.DATABASE_URL ? 'postgres' : 'sqlite')

/** Where the stamp of an engine's build lies. */
export const stampOf = engine => `build/${engine}/sources.sha256`

/** One fingerprint of all sources: another one means that the build is old. */
export function fingerprintOfSources() {
  const hash = createHash('sha256')
  for (const file of [...sources.flatMap(filesIn), ...alsoCounts].sort()) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

/** Whether the build of this engine holds what the sources say now. */
export function isFresh(engine) {
  const stamp = stampOf(engine)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprintOfSources()
}

function filesIn(path) {
  if (/\.\w+$/.test(path)) return existsSync(path) ? [path] : []
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && !/\.md$/.test(entry.name))
    .map(entry => join(entry.parentPath ?? entry.path, entry.name))
}
