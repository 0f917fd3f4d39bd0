// npm run restore -- <folder>: puts a backup into an empty DATA_DIR (and an empty database), checked before and after.
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { config } from '~/config.server'
import { listName } from '~/conversations/retention/destroyed-list.server'
import { type Contents, readContents } from './backup/contents'
import { verifyLedger } from './backup/ledger-check'
import { checkPostgres, restorePostgres } from './backup/postgres-copy'
import { aboutLedger, keyLocked, keyMissing, roundEnded, roundWillEnd, talksAreOld } from './backup/restored-words'
import { checkSqlite } from './backup/sqlite-copy'
import { Obstacle, run, say } from './checks/say.mjs'

const named = process.argv[2]

await run(async () => {
  if (!named) throw new Obstacle('Give the folder of a backup.', 'npm run restore -- /media/usb/inspraak')
  const folder = resolve(process.env.INIT_CWD ?? '.', named)
  const contents = readContents(folder)
  say('Every file of the backup is as it was made.')
  refuseOtherEngine(contents)
  refuseFullFolder()
  await putDatabase(folder)
  putDestroyedList(folder)
  const hasKey = putLedgerKey(folder)
  const ended = await endRounds()
  await tell(folder, { contents, ended, hasKey })
})

function refuseOtherEngine({ engine }: Contents) {
  if (engine === (config.databaseUrl ? 'postgres' : 'sqlite')) return
  throw new Obstacle(
    engine === 'postgres'
      ? 'This backup was made on PostgreSQL. Name an empty database in DATABASE_URL.'
      : 'This backup was made on SQLite. Start without DATABASE_URL.',
  )
}

/** A box or keys that are still there could let somebody vote twice; a database that is still there would be lost. */
function refuseFullFolder() {
  if (!existsSync(config.dataDir) || readdirSync(config.dataDir).length === 0) return
  throw new Obstacle(
    `${config.dataDir} is not empty. Restore into a new folder, and keep the old one until all is well.`,
  )
}

async function putDatabase(folder: string) {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  if (config.databaseUrl) {
    await checkPostgres(join(folder, 'app.dump'))
    return restorePostgres(config.databaseUrl, join(folder, 'app.dump'))
  }
  const to = join(config.dataDir, 'app.db')
  copyFileSync(join(folder, 'app.db'), to)
  chmodSync(to, 0o600)
  checkSqlite(to)
}

/** The first start destroys again what is on it. */
function putDestroyedList(folder: string) {
  const [from, to] = [join(folder, listName), join(config.dataDir, listName)]
  if (!existsSync(from)) return
  copyFileSync(from, to)
  chmodSync(to, 0o600)
}

function putLedgerKey(folder: string): boolean {
  const from = join(folder, 'ledger-key')
  if (!existsSync(from)) return false
  const to = join(config.dataDir, 'keys', 'ledger')
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(from)) {
    copyFileSync(join(from, name), join(to, name))
    chmodSync(join(to, name), 0o600)
  }
  return true
}

/** Ends the rounds that ran. @returns nothing when the key of the ledger cannot be used yet; the first start does it then */
async function endRounds(): Promise<string[] | undefined> {
  // Loaded only now: both open the database, which must be in its place first.
  const { closeDatabase, migrate } = await import('#db')
  const { settleRestored } = await import('~/conversations/retention/restored.server')
  const { dropWaitingComments, endRestoredRounds } = await import('~/pulses/restored.server')
  const { closeBallotBox } = await import('~/pulses/ballot-box.server')
  const secret = join(config.dataDir, 'keys', 'key-encryption-key')
  try {
    await migrate()
    await dropWaitingComments()
    await settleRestored()
    return await endRestoredRounds(new Date())
  } catch (fault) {
    if ((fault as Error).message !== 'the key of the ledger is missing') throw fault
    // One is made when there is none, and would stand in the way of the right one.
    rmSync(secret, { force: true })
    return undefined
  } finally {
    closeBallotBox()
    await closeDatabase()
  }
}

type Outcome = { contents: Contents; ended: string[] | undefined; hasKey: boolean }

async function tell(folder: string, { contents, ended, hasKey }: Outcome) {
  const { isSound, said } = await verifyLedger(folder)
  say(`Restored into ${config.dataDir}.\n\nBefore you start Inspraak:\n`)
  if (contents.ledger) say(aboutLedger(contents.ledger, said))
  if (!isSound) say('\n* THE LEDGER IN THIS BACKUP WAS NOT SOUND. Find out why before anybody uses it.')
  if (contents.running.length > 0) say(ended ? roundEnded : roundWillEnd)
  if (!hasKey) say(keyMissing)
  else if (!ended) say(keyLocked)
  say(`
* Results and answers that were published after the backup are gone; nobody can count those rounds again.
* Comments that waited for a confidant are gone: their names were not blanked yet.
* Words that were erased after the backup are back. Erase them again.
* Records of talks that were withdrawn after the backup are back. Copy ${listName} of the old data folder
  over the one in ${config.dataDir} now: then the first start destroys them again. Without it nobody knows which they were.${talksAreOld}
* Everybody signs in anew. One-time links that were sent before do not open any more.
* Throw the old data folder away when all is well, and never put its ballot-box or keys into this one.`)
}
