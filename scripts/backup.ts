// npm run backup -- <folder> [--with-ledger-key]: copies the database while the house works, checked, without ballots or keys.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { config } from '~/config.server'
import { listName } from '~/conversations/retention/destroyed-list.server'
import { type Contents, writeContents } from './backup/contents'
import { verifyLedger, writeLedger } from './backup/ledger-check'
import type { RunningRound } from './backup/omitted'
import { checkPostgres, copyPostgres } from './backup/postgres-copy'
import { checkSqlite, copySqlite } from './backup/sqlite-copy'
import { Obstacle, run, say } from './checks/say.mjs'

const wishes = process.argv.slice(2)
const named = wishes.find(word => !word.startsWith('--'))
const withLedgerKey = wishes.includes('--with-ledger-key')
const engine = config.databaseUrl ? 'postgres' : 'sqlite'

await run(async () => {
  if (!named) throw new Obstacle('Give an empty folder for the backup.', 'npm run backup -- /media/usb/inspraak')
  // npm runs scripts in the project's folder; the backup goes where the person who typed the command is.
  const folder = emptyFolder(resolve(process.env.INIT_CWD ?? '.', named))
  const running = await copyDatabase(folder)
  refuseWhileCounting(running)
  const ledger = await writeLedger(folder)
  if (withLedgerKey) copyLedgerKey(folder)
  copyDestroyedList(folder)
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  writeContents(folder, { engine, version, ledger, running: running.map(({ id }) => id) })
  await tell(folder, ledger, running)
})

function emptyFolder(folder: string): string {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Obstacle(
      `${folder} is not empty. A backup goes into a folder of its own, so that nothing is overwritten.`,
    )
  if (`${folder}/`.startsWith(`${config.dataDir}/`))
    throw new Obstacle('A backup inside DATA_DIR is lost together with it. Give another folder, on another disk.')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

async function copyDatabase(folder: string): Promise<RunningRound[]> {
  if (config.databaseUrl) {
    const dump = join(folder, 'app.dump')
    const running = await copyPostgres(config.databaseUrl, dump)
    await checkPostgres(dump)
    return running
  }
  const copy = join(folder, 'app.db')
  const running = copySqlite(join(config.dataDir, 'app.db'), copy)
  checkSqlite(copy)
  return running
}

/** Half of a count is in no state to be put back; a minute later it is done. */
function refuseWhileCounting(running: RunningRound[]) {
  if (running.some(({ state }) => state === 'closed'))
    throw new Obstacle('A round is being counted this moment. Empty the folder and try again in a few minutes.')
}

function copyLedgerKey(folder: string) {
  const keys = join(config.dataDir, 'keys', 'ledger')
  const names = existsSync(keys) ? readdirSync(keys) : []
  if (names.length === 0) throw new Obstacle(`There is no key of the ledger in ${keys}.`)
  mkdirSync(join(folder, 'ledger-key'), { mode: 0o700 })
  for (const name of names) copyFileSync(join(keys, name), join(folder, 'ledger-key', name))
}

/** After the database: whatever was destroyed in between is on the list already, and goes again at a restore. */
function copyDestroyedList(folder: string) {
  const list = join(config.dataDir, listName)
  if (existsSync(list)) copyFileSync(list, join(folder, listName))
}

async function tell(folder: string, ledger: Contents['ledger'], running: RunningRound[]) {
  const { isSound, said } = await verifyLedger(folder)
  say(`The backup is in ${folder}. It was opened and checked after it was written.`)
  say('In it: people, rounds, results, promises and the ledger. Not in it, on purpose: ballots, keys of rounds,')
  say('who stands on the list of a running round, who drew a token, and who is signed in.')
  say(
    'Records of talks are in it as they are stored: sealed. Keep no backup longer than 30 days, so that none outlives them.',
  )
  if (ledger) say(`\nThe ledger in it (${ledger.size} entries), checked by the verifier anybody can use:\n${said}`)
  const rounds = running.map(({ id }) => id).join(', ')
  if (rounds) say(`\nRunning now: ${rounds}. Whoever restores this backup ends that without a result.`)
  const waiting = running.filter(({ state }) => state === 'waitsForCouncil').map(({ id }) => id)
  if (waiting.length > 0)
    say(
      `Of these the works council still has to count ${waiting.join(', ')}: keep DATA_DIR well, its ballots are only there.`,
    )
  say(withLedgerKey ? keyInside() : keyElsewhere())
  if (!isSound) process.exitCode = 1
}

function keyElsewhere(): string {
  return `
The key of the ledger is not in it. Without keys/ledger nothing new can be entered after a restore: keep a copy of that
folder offline, apart from this backup, or add --with-ledger-key.`
}

function keyInside(): string {
  const file = join(config.dataDir, 'keys', 'key-encryption-key')
  const lock = config.keyEncryptionKey ? 'KEY_ENCRYPTION_KEY: keep that' : `${file}: keep a copy of that`
  return `
The key of the ledger is in it, encrypted. It opens only with ${lock} in another place than this backup.
Whoever has both can write in the name of your ledger, so keep this backup offline.`
}
