// Keeps a ledger: `ledger-work.ts`, in the data folder of its settings. It appends as the house does, one transaction
// per entry, in turns with the floor: one Ed25519 signature and one synced insert of as many bytes.
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrate, transact } from '#db'
import { config } from '../../app/config.server'
import { exportLog } from '../../app/ledger/served.server'
import { append } from '../../app/ledger/store.server'
import { fillLedger, ledgerSize, storyEvent } from './ledger-story'

export type Asked = { deed: 'append' | 'floor'; times: number } | { growTo: number } | { exportTo: string }
export type Rate = { perSecond: number; perCoreSecond: number }

/** Bytes of an entry, its checkpoint and its words. */
const rowBytes = 900
const names = {
  log: 'log.jsonl',
  checkpoint: 'checkpoint',
  openings: 'openings.json',
  witnesses: 'witnesses.json',
  leaves: 'leaves.txt',
}

const { privateKey } = generateKeyPairSync('ed25519')
const bare = new Database(join(config.dataDir, 'bare.db'))
bare.pragma('journal_mode = WAL')
bare.pragma('synchronous = FULL')
bare.exec('create table if not exists line (id integer primary key, body blob not null, signature blob not null)')
const insert = bare.prepare('insert into line (body, signature) values (?, ?)')

const deeds = {
  append: (seq: number) => transact(tx => append(tx, storyEvent(seq), new Date())),
  async floor() {
    const body = randomBytes(rowBytes)
    insert.run(body, sign(null, body, privateKey))
  },
}

await migrate()
await fillLedger(1)
process.on('message', (asked: Asked) => answerTo(asked).then(answer => process.send!(answer)))
process.on('disconnect', () => process.exit(0))
process.send!({})

async function answerTo(asked: Asked): Promise<object> {
  if ('deed' in asked) return rateOf(asked.times, deeds[asked.deed])
  if ('growTo' in asked) await fillLedger(asked.growTo)
  else await writeFiles(asked.exportTo)
  return {}
}

async function rateOf(times: number, deed: (seq: number) => Promise<unknown>): Promise<Rate> {
  const from = await ledgerSize()
  const [start, processor] = [performance.now(), process.cpuUsage()]
  for (let done = 0; done < times; done++) await deed(from + done)
  const { user, system } = process.cpuUsage(processor)
  return {
    perSecond: (times / (performance.now() - start)) * 1000,
    perCoreSecond: (times / (user + system)) * 1_000_000,
  }
}

/** Writes the four files that a reader downloads. */
async function writeFiles(folder: string) {
  for (const [part, text] of Object.entries(await exportLog()))
    writeFileSync(join(folder, names[part as keyof typeof names]), text)
}
