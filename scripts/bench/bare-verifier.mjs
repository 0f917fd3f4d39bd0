// The floor of verifying: reads the same files, parses every line and hashes it once. `bare-verifier.mjs <folder>`.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const [, , folder = ''] = process.argv
const read = name => readFileSync(join(folder, name), 'utf8')
const hash = text => createHash('sha256').update(text).digest('hex')
let seen = 0
for (const line of read('log.jsonl').trimEnd().split('\n')) if (JSON.parse(line) && hash(line)) seen++
for (const { salt, text } of Object.values(JSON.parse(read('openings.json')))) if (hash(salt + text)) seen++
process.stdout.write(`${seen}\n`)
