import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Obstacle } from '../checks/say.mjs'

const listName = 'backup.json'

export type Contents = {
  v: 1
  engine: 'sqlite' | 'postgres'
  /** Of Inspraak, when it was made. */
  version: string
  /** The ledger as it stood: how many entries, and the checkpoint over them. */
  ledger: { name: string; size: number; root: string } | null
  /** Rounds that ran: whoever puts this backup back ends them. */
  running: string[]
  /** The hash of every file but this list. */
  files: Record<string, string>
}

/** Lists everything in a backup with its hash, last of all: a backup without its list is not complete. */
export function writeContents(folder: string, about: Omit<Contents, 'v' | 'files'>) {
  const files = Object.fromEntries(filesIn(folder).map(name => [name, hashOf(join(folder, name))]))
  writeFileSync(join(folder, listName), `${JSON.stringify({ v: 1, ...about, files }, null, 2)}\n`, { mode: 0o600 })
}

/** Reads the list of a backup and compares every file with it. @throws one sentence when something is missing, changed or added */
export function readContents(folder: string): Contents {
  const path = join(folder, listName)
  if (!existsSync(path)) throw new Obstacle(`${folder} is no backup, or was never finished: it has no ${listName}.`)
  const read = parsed(readFileSync(path, 'utf8'))
  if (!isContents(read)) throw new Obstacle(`${path} is damaged, or was made by a newer Inspraak.`)
  const there = filesIn(folder).filter(name => name !== listName)
  const { files } = read
  const missing = Object.keys(files).filter(name => !there.includes(name))
  const changed = there.filter(name => files[name] !== undefined && files[name] !== hashOf(join(folder, name)))
  const added = there.filter(name => files[name] === undefined)
  const faults = [...missing.map(sentence('is missing')), ...changed.map(sentence('was changed'))]
  const all = [...faults, ...added.map(sentence('does not belong there'))]
  if (all.length > 0) throw new Obstacle(`This backup is not as it was made. Nothing was restored.\n${all.join('\n')}`)
  return read
}

const sentence = (what: string) => (name: string) => `  ${name} ${what}`

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

function isContents(read: unknown): read is Contents {
  const { v, engine, running, files } = Object(read) as Partial<Contents>
  return v === 1 && (engine === 'sqlite' || engine === 'postgres') && Array.isArray(running) && Object(files) === files
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
