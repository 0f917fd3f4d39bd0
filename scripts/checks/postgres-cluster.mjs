import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { hear } from './child.mjs'
import { freePort } from './port.mjs'

/**
 * Starts a PostgreSQL server for tests in a folder of its own: a free port, a password of its own,
 * no socket, nothing kept.
 *
 * @returns {Promise<{ address: string, stop: () => Promise<void> } | undefined>} nothing when this machine has no PostgreSQL.
 */
export async function startPostgres() {
  const programs = findPrograms()
  const owner = whoRuns()
  if (!programs || !owner) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'inspraak-postgres-'))
  const password = randomBytes(12).toString('hex')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const path of [folder, passwordFile]) if (owner.uid !== undefined) chownSync(path, owner.uid, owner.gid)
  const options = { ...owner, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C', HOME: folder } }
  const data = join(folder, 'data')
  const made = await hear(join(programs, 'initdb'), initArguments(data, passwordFile), options)
  if (!made.ok) throw new Error(`PostgreSQL could not make a cluster:\n${made.output}`)
  const port = await freePort()
  const stop = await startServer(join(programs, 'postgres'), data, port, options)
  return {
    address: `postgres://tests:${password}@127.0.0.1:${port}`,
    stop: () => stop().finally(() => rmSync(folder, { recursive: true, force: true })),
  }
}

const initArguments = (data, passwordFile) => [
  ...['-D', data, '--username=tests', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
  ...['--encoding=UTF8', '--locale=C', '--no-sync'],
]

/** Nothing of a test run has to survive a power cut, so the disk is not waited for. */
const hasty = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

function startServer(program, data, port, options) {
  const rules = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...hasty]
  const server = spawn(program, ['-D', data, ...rules.flatMap(rule => ['-c', rule])], options)
  const gone = new Promise(resolve => server.once('exit', resolve))
  const atExit = () => {
    server.kill('SIGQUIT')
    rmSync(dirname(data), { recursive: true, force: true })
  }
  process.once('exit', atExit)
  const stop = () => {
    process.off('exit', atExit)
    server.kill('SIGINT')
    return gone
  }
  return new Promise((resolve, reject) => {
    let heard = ''
    server.stderr.on('data', chunk => {
      heard += chunk
      if (heard.includes('ready to accept connections')) resolve(stop)
    })
    gone.then(() => reject(new Error(`PostgreSQL did not start:\n${heard}`)))
  })
}

/** The newest server of this machine: in PATH, where Debian and Ubuntu put it, or where Homebrew and Postgres.app do. */
function findPrograms() {
  const versioned = [
    '/usr/lib/postgresql',
    '/opt/homebrew/opt',
    '/usr/local/opt',
    '/Applications/Postgres.app/Contents/Versions',
  ]
  const folders = versioned.flatMap(root =>
    existsSync(root)
      ? readdirSync(root)
          .filter(name => /^(postgresql(@\d+)?|\d+|latest)$/.test(name))
          .sort((a, b) => versionIn(b) - versionIn(a))
          .map(name => join(root, name, 'bin'))
      : [],
  )
  const everywhere = [...(process.env.PATH ?? '').split(delimiter), ...folders]
  return everywhere.find(folder => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

const versionIn = name => Number(/\d+/.exec(name)?.[0] ?? 0)

/** PostgreSQL refuses to run as root; then `postgres` runs it, or `nobody`. */
function whoRuns() {
  if (process.getuid?.() !== 0) return {}
  const people = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  const person = ['postgres', 'nobody'].map(name => people.find(fields => fields[0] === name)).find(Boolean)
  return person && { uid: Number(person[2]), gid: Number(person[3]) }
}
