import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  type Db,
  db,
  engine,
  ledgerCheckpoints,
  ledgerCosignatures,
  ledgerEdge,
  ledgerEntries,
  migrate,
  transact,
} from '#db'
import { config } from '~/config.server'
import { keepCosignature } from '~/ledger/cosigning/store.server'
import type { LedgerEvent } from '~/ledger/entries'
import { bodyOf, cosignatureLine, keyTypes, verifierKey } from '~/ledger/note'
import { exportLog, logBytes, logLength } from '~/ledger/served.server'
import { addWitness, append, openLedger, redact, removeWitness, rotateKey } from '~/ledger/store.server'
import { verify } from '../../app/ledger/verify.mjs'
import { council, noon, union } from './log-builder'

const at = noon('2026-11-23')
const enter = (event: LedgerEvent, when = at) => transact(tx => append(tx, event, when))
const roundEvent = (round: string): LedgerEvent => ({
  type: 'round.opened',
  data: {
    round,
    rules: 'K7c2.v1',
    manifest: `sha256:${'a'.repeat(64)}`,
    box_key: `sha256:${'b'.repeat(64)}`,
    units: [],
  },
})
const response = (round: string, heard: string): LedgerEvent => ({
  type: 'response.published',
  data: { round },
  words: { heard, will_do: 'b', will_not_do: 'c' },
})
const verdict = async () => verify(await exportLog(), { now: noon('2026-11-24').getTime() / 1000 })
const codes = async () => (await verdict()).problems.map((said: { code: string }) => said.code)
const sizeNow = async () => (await db.select().from(ledgerEdge))[0]?.size ?? 0

type Raw = { run?: (said: unknown) => unknown; execute?: (said: unknown) => Promise<unknown> }
/** Runs a sentence of SQL on either engine. */
const raw = (tx: unknown, said: string) =>
  (tx as Raw).run ? (tx as Raw).run!(sql.raw(said)) : (tx as Raw).execute!(sql.raw(said))

beforeAll(() => migrate())

test('the log opens once, by name and key, and is sound from its first entry', async () => {
  expect(await logLength()).toBe(0)
  await Promise.all([openLedger(at), openLedger(at)])
  expect(await verdict()).toMatchObject({ problems: [], size: 1, name: config.ledgerName, covered: 0 })
})

test('fifty entries at once get fifty numbers without a gap, and the edge stays small', async () => {
  const before = await sizeNow()
  const given = await Promise.all(Array.from({ length: 50 }, (_, nth) => enter(roundEvent(`R${nth}`))))
  expect(given.sort((one, other) => one - other)).toEqual(Array.from({ length: 50 }, (_, nth) => before + nth))
  const [edge] = await db.select().from(ledgerEdge)
  expect(edge!.hashes.length / 32).toBeLessThanOrEqual(Math.ceil(Math.log2(edge!.size + 1)))
  expect(await codes()).toEqual([])
})

test('an entry is kept together with the change it bears witness to, or not at all', async () => {
  const before = await sizeNow()
  const work = transact(async tx => {
    await append(tx, roundEvent('R-lost'), at)
    throw new Error('the change is refused')
  })
  await expect(work).rejects.toThrow('the change is refused')
  expect([await sizeNow(), await codes()]).toEqual([before, []])
})

test('what is not on the closed list is not entered', async () => {
  const odd = { type: 'promise.polished', data: {} } as unknown as LedgerEvent
  await expect(enter(odd)).rejects.toThrow()
  await expect(enter({ ...roundEvent('R 1 with spaces') })).rejects.toThrow()
  expect(await codes()).toEqual([])
})

test('words stand outside the log; erased words are gone everywhere, and it stays sound', async () => {
  const seq = await enter(response('R0', 'Jansen zei het al'))
  const { log, openings } = await exportLog()
  expect([log.includes('Jansen'), openings.includes('Jansen')]).toEqual([false, true])
  const erase = () => transact(tx => redact(tx, { seq, key: 'heard', reason: 'AVG art. 17' }, at))
  expect([await erase(), await erase()]).toEqual([true, false])
  expect(JSON.stringify(await exportLog())).not.toContain('Jansen')
  expect(await codes()).toEqual([])
})

test('days never run back, also when a clock does', async () => {
  await enter(roundEvent('R-yesterday'), noon('2026-11-20'))
  expect(await codes()).toEqual([])
})

test('a new key is handed over by the old one', async () => {
  const [before] = await db.select().from(ledgerEdge)
  await transact(tx => rotateKey(tx, at))
  await enter(roundEvent('R-new-key'))
  expect(await verdict()).toMatchObject({ problems: [] })
  expect((await verdict()).key).not.toBe(before!.key)
})

test('a witness cosigns what it sees; nobody else, nothing else, and once', async () => {
  const key = verifierKey(council, keyTypes.witness)
  await transact(tx => addWitness(tx, { name: council.name, key, of: 'worksCouncil' }, at))
  const size = await sizeNow()
  const body = bodyOf((await exportLog()).checkpoint)
  const keep = (line: string, of = size) => transact(tx => keepCosignature(tx, of, line, at))
  const line = cosignatureLine(body, council, at)
  expect(await keep(cosignatureLine(body, union, at))).toBe(false)
  expect(await keep(cosignatureLine(body, { ...union, name: council.name }, at))).toBe(false)
  expect(await keep(cosignatureLine(body, council, noon('2026-11-25')))).toBe(false)
  expect(await keep(line, size - 1)).toBe(false)
  expect([await keep(line), await keep(line)]).toEqual([true, false])
  expect(await verdict()).toMatchObject({ problems: [], covered: size })
  await enter(roundEvent('R-after'))
  await transact(tx => removeWitness(tx, council.name, at))
  expect(await verdict()).toMatchObject({ problems: [], covered: size })
})

test('any part of the log is served byte for byte', async () => {
  const all = Buffer.from((await exportLog()).log)
  expect(all.length).toBe(await logLength())
  for (const [first, last] of [
    [0, 0],
    [5, 400],
    [all.length - 7, all.length - 1],
    [250, 251],
  ] as const)
    expect(await logBytes(first, last)).toEqual(all.subarray(first, last + 1))
})

describe('the database itself refuses', () => {
  const changes: [string, (tx: Db) => unknown][] = [
    ['to change an entry', tx => tx.update(ledgerEntries).set({ bytes: '{}' }).where(eq(ledgerEntries.seq, 3))],
    ['to remove an entry', tx => tx.delete(ledgerEntries).where(eq(ledgerEntries.seq, 3))],
    ['to change a checkpoint', tx => tx.update(ledgerCheckpoints).set({ note: '' })],
    ['to remove a checkpoint', tx => tx.delete(ledgerCheckpoints).where(eq(ledgerCheckpoints.size, 2))],
    ['to change a cosignature', tx => tx.update(ledgerCosignatures).set({ line: '' })],
    ['to remove a cosignature', tx => tx.delete(ledgerCosignatures)],
    [
      'to put another entry in the place of one',
      tx =>
        raw(
          tx,
          engine === 'sqlite'
            ? "insert or replace into ledger_entries values (3, '{}', x'00', 999999)"
            : 'truncate ledger_entries cascade',
        ),
    ],
  ]
  test.each(changes)('%s', async (_what, change) => {
    await expect(transact(async tx => void (await change(tx)))).rejects.toThrow()
    expect(await codes()).toEqual([])
  })
})

test('control: without the trigger the edit succeeds, and the verifier names the change', async () => {
  const name = engine === 'sqlite' ? 'ledger_entries_no_update' : 'ledger_entries_no_change on ledger_entries'
  await transact(async tx => void (await raw(tx, `drop trigger ${name}`)))
  const [entry] = await db.select().from(ledgerEntries).where(eq(ledgerEntries.seq, 3))
  const bytes = entry!.bytes.replace('K7c2.v1', 'K7c2.v9')
  await transact(tx => tx.update(ledgerEntries).set({ bytes }).where(eq(ledgerEntries.seq, 3)))
  expect(await codes()).toContain('root')
})
