// Writes the ledger of the database of this environment as the four files of a download: ledger-files.ts <folder>
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeDatabase, engine, migrate } from '#db'
import { latestCheckpoint, logBytes, logLength, openingsText, witnessesText } from '~/ledger/served.server'

const folder = process.argv[2] ?? ''
// A copy that an older Inspraak made is brought up to date here already: whoever restores it finds no surprise.
if (engine === 'sqlite') await migrate()
const checkpoint = await latestCheckpoint()
if (checkpoint) {
  mkdirSync(folder, { mode: 0o700 })
  const write = (name: string, text: string | Buffer) => writeFileSync(join(folder, name), text, { mode: 0o600 })
  write('log.jsonl', await logBytes(0, (await logLength()) - 1))
  write('checkpoint', checkpoint)
  write('openings.json', await openingsText())
  write('witnesses.json', await witnessesText())
}
await closeDatabase()
