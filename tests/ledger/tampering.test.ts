import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { engine, migrate } from '#db'
import { config } from '~/config.server'
import { logSigner } from '~/ledger/log-key.server'
import { checkpointBody, signedNote } from '~/ledger/note'
import { exportLog } from '~/ledger/served.server'
import { type Edge, edgeRoot, growEdge, leafHash } from '~/ledger/tree'
import { recordPromise } from '~/promises/store.server'
import { say, verify } from '../../app/ledger/verify.mjs'
import { noon, seconds } from './log-builder'

// Whoever has the machine has the file of the database. What they do to it here goes past the house; all that the
// verifier gets is what readers can download.

const director = { roles: ['executive' as const] }
const day = '2026-11-23'
const path = join(config.dataDir, 'app.db')
const tables = ['ledger_entries', 'ledger_openings', 'ledger_checkpoints', 'ledger_edge']
const hasProgram = spawnSync('sqlite3', ['-version']).status === 0

type Memory = { name: string; size: number; root: string }
const found = async (remembered?: Memory) => verify(await exportLog(), { now: seconds('2026-11-24'), remembered })
const codes = async (remembered?: Memory) => (await found(remembered)).problems.map(({ code }) => code)

async function promised(nth: number) {
  const words = { why: 'w', scope: 'Alle teams', exclusions: 'geen', measure: '8 uur', ownerName: '' }
  const said = { ...words, text: `Belofte ${nth}`, ownerRole: 'executive' as const, madeOn: day, dueOn: '2027-06-30' }
  const made = await recordPromise(said, director, noon(day))
  if (!made.ok) throw new Error(made.because)
}

/** Opens the file of the database past the house: its locks are off until this is over. */
function pastTheHouse(deed: (file: Database.Database) => void) {
  const file = new Database(path)
  file.pragma('foreign_keys = OFF')
  const locks = file.prepare("select name, sql from sqlite_master where type = 'trigger'").all() as Lock[]
  for (const { name } of locks) file.exec(`drop trigger ${name}`)
  deed(file)
  for (const { sql } of locks) file.exec(sql)
  file.close()
}
type Lock = { name: string; sql: string }

/** Lets somebody change the file, looks at what that leads to, and puts everything back. */
async function meddled<Seen>(deed: (file: Database.Database) => void, look: () => Promise<Seen>) {
  pastTheHouse(file => {
    for (const table of tables) file.exec(`create table kept_${table} as select * from ${table}`)
    deed(file)
  })
  const seen = await look()
  pastTheHouse(file => {
    for (const table of tables)
      file.exec(`delete from ${table}; insert into ${table} select * from kept_${table}; drop table kept_${table}`)
  })
  return seen
}

/** Writes another past and signs all of it anew, with the key of the log. */
function rewrite(file: Database.Database) {
  file.exec("update ledger_entries set bytes = replace(bytes, '2027-06-30', '2028-06-30') where seq = 2")
  const [{ name, key }] = file.prepare('select name, key from ledger_edge').all() as [{ name: string; key: string }]
  const lines = file.prepare('select seq, bytes from ledger_entries order by seq').all() as Line[]
  let edge: Edge = []
  for (const { seq, bytes } of lines) {
    const leaf = leafHash(Buffer.from(bytes))
    edge = growEdge(edge, seq, leaf)
    const note = signedNote(checkpointBody({ name, size: seq + 1, root: edgeRoot(edge) }), logSigner(name, key))
    file.prepare('update ledger_entries set leaf = ? where seq = ?').run(leaf, seq)
    file.prepare('update ledger_checkpoints set note = ? where size = ?').run(note, seq + 1)
  }
  file.prepare('update ledger_edge set hashes = ?').run(Buffer.concat(edge))
}
type Line = { seq: number; bytes: string }

describe.runIf(engine === 'sqlite')('a ledger in the file of the database', () => {
  beforeAll(async () => {
    await migrate()
    for (let nth = 1; nth <= 5; nth++) await promised(nth)
  })

  test('is sound as the house wrote it, and after every meddling here it is so again', async () => {
    expect(await codes()).toEqual([])
    await meddled(rewrite, found)
    expect(await codes()).toEqual([])
  })

  test.runIf(hasProgram)('does not give way to the program sqlite3 while its locks are on', async () => {
    const edit = "update ledger_entries set bytes = replace(bytes, '2027', '2028') where seq = 2"
    const { status, stderr } = spawnSync('sqlite3', [path, edit], { encoding: 'utf8' })
    expect([status === 0, stderr]).toEqual([false, expect.stringContaining('ledger')])
    expect(await codes()).toEqual([])
  })

  test.each([
    ['the words of an entry', "update ledger_openings set text = 'Anders' where seq = 2 and key = 'text'"],
    ['the place of an entry', `update ledger_entries set bytes = replace(bytes, '"seq":2', '"seq":3') where seq = 2`],
    ['the kind of an entry', "update ledger_entries set bytes = replace(bytes, 'e.made', 'e.kept') where seq = 2"],
    ['which promise it is', `update ledger_entries set bytes = replace(bytes, 'P-2', 'P-1') where seq = 2`],
    ['the day of an entry', `update ledger_entries set bytes = replace(bytes, '${day}', '2020-01-01') where seq = 2`],
  ])('whoever edits %s is exposed, and the entry is named', async (_what, edit) => {
    const { problems } = await meddled(file => file.exec(edit), found)
    expect(problems.map(said => say('nl', said)).join('\n')).toMatch(/(van r|R)egel 2 /)
  })

  test('whoever edits a day that nothing else tells of is exposed, and the entry is named', async () => {
    const edit = "update ledger_entries set bytes = replace(bytes, '2027-06-30', '2028-06-30') where seq = 2"
    const { problems } = await meddled(file => file.exec(edit), found)
    expect(problems).toContainEqual({ code: 'changed', seq: 2 })
    expect(problems.map(({ code }) => code).sort()).toEqual(['changed', 'root'])
  })

  test('control: without the hashes of the entries it is exposed all the same, but not named', async () => {
    const edit = "update ledger_entries set bytes = replace(bytes, '2027-06-30', '2028-06-30') where seq = 2"
    const blind = async () => verify({ ...(await exportLog()), leaves: undefined }, { now: seconds('2026-11-24') })
    expect((await meddled(file => file.exec(edit), blind)).problems.map(({ code }) => code)).toEqual(['root'])
  })

  test('whoever has the key of the log and rewrites all of it is exposed by one remembered checkpoint', async () => {
    const { name, size, root } = await found()
    const remembered = { name: name!, size, root: root! }
    await promised(6)
    expect(await codes(remembered)).toEqual([])
    expect(await meddled(rewrite, () => codes(remembered))).toEqual(['rewritten'])
  })

  test('control: without a memory and without witnesses, that other past looks sound', async () => {
    expect(await meddled(rewrite, () => codes())).toEqual([])
  })
})
