import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { engine } from '#db'
import { config } from '~/config.server'
import { ballotBox, closeBallotBox } from '~/pulses/ballot-box.server'
import { closeAndCount } from '~/pulses/closing.server'
import { checkSqlite, copySqlite } from '../../scripts/backup/sqlite-copy'
import { filesMatching, type SourceFile } from '../laws/reading'
import { castAll, foundHouse, issuingRound, openedRound, peopleOf } from '../pulses/round-trip'
import { freshPlace } from './commands'

// SQLite leaves deleted rows in its file unless each connection, each time, says otherwise.

const { opened } = vi.hoisted(() => ({ opened: [] as { path: string; erases: () => unknown }[] }))

/** Remembers every connection that is opened in this process, and how it stood when it was last used. */
vi.mock('better-sqlite3', async original => {
  const { default: Real } = await original<{ default: typeof Database }>()
  const Watched = new Proxy(Real, {
    construct(target, given) {
      const made = new target(...(given as [string]))
      let last: unknown
      const ask = () => {
        if (made.open) last = made.pragma('secure_delete', { simple: true })
        return last
      }
      const close = made.close.bind(made)
      Object.assign(made, {
        close() {
          ask()
          return close()
        },
      })
      opened.push({ path: String(given[0]), erases: ask })
      return made
    },
  })
  return { default: Watched }
})

const careless = () => opened.filter(({ erases }) => erases() !== 1).map(({ path }) => path)

beforeAll(async () => {
  await foundHouse({ A: 9 })
  const round = await issuingRound()
  await openedRound(round)
  await castAll(
    round,
    peopleOf({ A: 9 }).map(person => ({ person, unit: 'U1', answer: 2 })),
  )
  ballotBox()
  await closeAndCount(round)
})
afterAll(closeBallotBox)

test('every connection of the app and the box erases what it deletes, from its opening to its end', () => {
  expect(opened.length).toBeGreaterThanOrEqual(engine === 'sqlite' ? 3 : 1)
  expect(careless()).toEqual([])
})

test.runIf(engine === 'sqlite')('so does every connection of a backup', async () => {
  const before = opened.length
  const copy = `${freshPlace('copy')}.db`
  copySqlite(join(config.dataDir, 'app.db'), copy)
  checkSqlite(copy)
  expect(opened.length - before).toBe(3)
  expect(careless()).toEqual([])
})

/** Returns the files that open SQLite without saying so each time. */
const silent = (files: SourceFile[]) =>
  files
    .filter(({ text }) => count(text, /new Database\(/g) > count(text, /secure_delete = ON/g))
    .map(({ path }) => path)
const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0

test('no source of the house opens a file in another way', () => {
  expect(silent(filesMatching(/^(app|db|scripts)\/(?!bench\/).*\.(ts|mjs)$/))).toEqual([])
})

test('control: a bare connection is noticed, and so is a source that opens one', () => {
  new Database(join(config.dataDir, 'bare.db'))
  expect(careless()).toEqual([join(config.dataDir, 'bare.db')])
  const text = "const a = new Database(path)\na.pragma('secure_delete = ON')\nconst b = new Database(path)"
  expect(silent([{ path: 'app/pulses/quick.server.ts', text }])).toEqual(['app/pulses/quick.server.ts'])
})
