import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hear } from './child.mjs'
import { Obstacle, say, secondsSince } from './say.mjs'

const stamp = 'node_modules/.inspraak-installed'
const lock = 'package-lock.json'
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** Installs what package-lock.json names, when it is not there yet or the lock has changed. */
export async function ensureInstalled() {
  const wanted = { lock: createHash('sha256').update(readFileSync(lock)).digest('hex'), abi: process.versions.modules }
  const found = installed()
  if (found.lock && found.lock !== wanted.lock) await install()
  else if (!found.lock && !looksInstalled()) await install()
  else if (found.abi && found.abi !== wanted.abi) await rebuild()
  if (found.lock !== wanted.lock || found.abi !== wanted.abi) writeFileSync(stamp, JSON.stringify(wanted))
}

function installed() {
  return existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : {}
}

/** Somebody ran npm by hand: npm writes this file last. */
function looksInstalled() {
  const written = 'node_modules/.package-lock.json'
  return existsSync(written) && statSync(written).mtimeMs >= statSync(lock).mtimeMs - 60_000
}

/** npm empties the folder before it fills it; through a link that would be the folder of another project. */
async function install() {
  if (lstatSync('node_modules', { throwIfNoEntry: false })?.isSymbolicLink())
    throw new Obstacle('node_modules is a link, and installing would empty the folder it leads to.', 'rm node_modules')
  const start = performance.now()
  say('Installing packages (about a minute; the database engine may be compiled)')
  await npmOrObstacle(['ci', '--include=dev', '--no-audit', '--no-fund'], 'installing packages')
  say(`Packages installed in ${secondsSince(start)}`)
}

async function rebuild() {
  say('Another Node than last time: preparing the database engine for it')
  await npmOrObstacle(['rebuild', 'better-sqlite3'], 'preparing the database engine')
}

/** Tries with the headers of this Node once more when they could not be downloaded. */
async function npmOrObstacle(args, about) {
  const first = await hear(npm, args, { about })
  if (first.ok) return
  if (first.missing) throw new Obstacle('npm is missing; it comes with Node.', 'nvm install 22')
  const headers = headersOfThisNode()
  if (isAboutCompiling(first.output) && headers && !process.env.npm_config_nodedir) {
    say('The headers of Node could not be downloaded; using those on this machine')
    const env = { ...process.env, npm_config_nodedir: headers }
    if ((await hear(npm, args, { about, env })).ok) return
  }
  throw await obstacleFor(first.output)
}

const isAboutCompiling = output => /gyp|prebuild/i.test(output)

function headersOfThisNode() {
  const folders = [dirname(dirname(process.execPath)), '/usr', '/usr/local']
  return folders.find(folder => existsSync(join(folder, 'include/node/node.h')))
}

async function obstacleFor(output) {
  const tools = { python3: 'python3', make: 'make', 'g++': 'g++' }
  const missing = []
  for (const tool of Object.keys(tools)) if ((await hear(tool, ['--version'])).missing) missing.push(tool)
  if (isAboutCompiling(output) && missing.length > 0)
    return new Obstacle(
      `The database engine has to be compiled here, and ${missing.join(', ')} is missing.`,
      'sudo apt-get install -y python3 make g++   (Mac: xcode-select --install)',
    )
  const last = output.trim().split('\n').slice(-25).join('\n')
  return new Obstacle(
    `${last}\n\nnpm could not install the packages; its last words are above. Try again with:`,
    'npm ci',
  )
}
