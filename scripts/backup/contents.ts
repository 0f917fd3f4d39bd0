import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { Obstacle } from '../checks/say.mjs'

const listName = 'backup.json'

const contents = z.object({
  v: z.literal(1),
  engine: z.enum(['sqlite', 'postgres']),
  version: z.string(),
  /** The ledger as it stood: how many entries, and the checkpoint over them. */
  ledger: z.object({ name: z.string(), size: z.number(), root: z.string() }).nullable(),
  /** Rounds that ran: whoever puts this backup back ends them. */
  running: z.array(z.string()),
  files: z.record(z.string(), z.string()),
})
export type Contents = z.output<typeof contents>

/** Lists everything in a backup with its hash, last of all: a backup without its list is not complete. */
export function writeContents(folder: string, about: Omit<Contents, 'v' | 'files'>) {
  const files = Object.fromEntries(filesIn(folder).map(name => [name, hashOf(join(folder, name))]))
  writeFileSync(join(folder, listName), `${JSON.stringify({ v: 1, ...about, files }, null, 2)}\n`, { mode: 0o600 })
}

/** Reads the list of a backup and compares every file with it. @throws one sentence when something is missing, changed or added */
export function readContents(folder: string): Contents {
  const path = join(folder, listName)
  if (!existsSync(path)) throw new Obstacle(`${folder} is no backup, or was never finished: it has no ${listName}.`)
  const read = contents.safeParse(parsed(readFileSync(path, 'utf8')))
  if (!read.success) throw new Obstacle(`${path} is damaged, or was made by a newer Inspraak.`)
  const there = filesIn(folder).filter(name => name !== listName)
  const { files } = read.data
  const missing = Object.keys(files).filter(name => !there.includes(name))
  const changed = there.filter(name => files[name] !== undefined && files[name] !== hashOf(join(folder, name)))
  const added = there.filter(name => files[name] === undefined)
  const faults = [...missing.map(sentence('is missing')), ...changed.map(sentence('was changed'))]
  const all = [...faults, ...added.map(sentence('does not belong there'))]
  if (all.length > 0) throw new Obstacle(`This backup is not as it was made. Nothing was restored.\n${all.join('\n')}`)
  return read.data
}

const sentence = (what: string) => (name: string) => `  ${name} ${what}`

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
