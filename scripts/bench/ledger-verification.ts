// Verifies downloaded ledgers, without the start of Node: `ledger-verification.ts`; is asked with a folder each time.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { verify } from '../../app/ledger/verify.mjs'

export type Verified = { milliseconds: number; entries: number }

process.on('message', (folder: string) => verified(folder).then(found => process.send!(found)))
process.on('disconnect', () => process.exit(0))
process.send!({})

async function verified(folder: string): Promise<Verified> {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const files = {
    log: read('log.jsonl'),
    checkpoint: read('checkpoint'),
    openings: read('openings.json'),
    witnesses: read('witnesses.json'),
  }
  const start = performance.now()
  const { problems, size } = await verify(files, { now: Date.now() / 1000 })
  if (problems.length > 0) throw new Error(`not sound: ${JSON.stringify(problems.slice(0, 3))}`)
  return { milliseconds: performance.now() - start, entries: size }
}
