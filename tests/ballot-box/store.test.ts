import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  announceRound,
  type Ballot,
  type Box,
  ballotsOf,
  castMany,
  countPerUnit,
  openBox,
  purgeRound,
  roundOf,
  setRoundState,
  stateOf,
} from '~/ballot-box/store.server'
import { startTidying } from '~/ballot-box/tidying.server'
import { arrivalScore } from './arrival'
import { freshFolder, makeRound } from './round'

const round = await makeRound()
const other = await makeRound('R2')

/** A ballot that can be found back in raw bytes: by its beginning, and by the part that has a page of its own. */
const ballot = (at: number, of = 'R1', unit = at % 2 ? 'U1' : 'U2'): Ballot => {
  const sealed = randomBytes(4508)
  sealed.write(`BEGIN#${String(at).padStart(4, '0')}#`, 100)
  sealed.write(`PAGE#${String(at).padStart(4, '0')}#`, 2000)
  return { nullifier: randomBytes(32), round: of, unit, sealed }
}
const ballots = (count: number) => Array.from({ length: count }, (_, at) => ballot(at))
const found = (folder: string) =>
  new Set(
    readdirSync(folder).flatMap(
      name =>
        readFileSync(join(folder, name))
          .toString('latin1')
          .match(/(?:BEGIN|PAGE)#\d{4}#/g) ?? [],
    ),
  ).size

let folder: string
let box: Box
beforeEach(() => {
  folder = freshFolder()
  box = openBox(join(folder, 'box.db'))
  announceRound(box, round.bytes)
  setRoundState(box, 'R1', 'open')
})

describe('rounds', () => {
  test('are announced once, and never with another manifest', async () => {
    announceRound(box, round.bytes)
    expect(roundOf(box, 'R1')).toMatchObject({ state: 'open', manifestSha256: round.sha256, receipts: null })
    expect(Buffer.from(round.bytes).equals(roundOf(box, 'R1')!.manifest)).toBe(true)
    expect(() =>
      announceRound(
        box,
        other.bytes.map((byte, at) => (at === 9 ? byte ^ 1 : byte)),
      ),
    ).toThrow()
    const changed = await makeRound('R1', ['U1'])
    expect(() => announceRound(box, changed.bytes)).toThrow('another manifest')
  })

  test('go forwards only', () => {
    setRoundState(box, 'R1', 'closed')
    setRoundState(box, 'R1', 'closed')
    expect(() => setRoundState(box, 'R1', 'open')).toThrow('does not go from closed to open')
    expect(() => setRoundState(box, 'R9', 'open')).toThrow('unknown round')
    expect(stateOf(box, 'R1')).toBe('closed')
  })
})

describe('ballots', () => {
  test('count once per token; the first one stays', () => {
    const [one, two] = [ballot(1), ballot(2)]
    expect(castMany(box, [one, two])).toEqual(['accepted', 'accepted'])
    expect(castMany(box, [one, { ...two, sealed: randomBytes(4508) }])).toEqual(['same', 'other'])
    expect([...ballotsOf(box, 'R1')].map(kept => kept.sealed.toString())).toContain(two.sealed.toString())
    expect(countPerUnit(box, 'R1')).toEqual(
      new Map([
        ['U1', 1],
        ['U2', 1],
      ]),
    )
  })

  test('are taken only while their round is open, decided in the write itself', () => {
    const late = openBox(join(folder, 'box.db'))
    setRoundState(late, 'R1', 'closed')
    expect(castMany(box, [ballot(1), ballot(2, 'R2'), ballot(3, 'R9')])).toEqual(['notOpen', 'notOpen', 'notOpen'])
  })

  test('are all kept or none, and read back whole in pages', () => {
    const many = ballots(450)
    expect(() =>
      castMany(box, [...many, { ...many[0]!, nullifier: randomBytes(32), sealed: randomBytes(4507) }]),
    ).toThrow()
    expect([...ballotsOf(box, 'R1')]).toHaveLength(0)
    castMany(box, many)
    const hex = (list: Ballot[]) => list.map(one => Buffer.from(one.nullifier).toString('hex')).sort()
    expect(hex([...ballotsOf(box, 'R1')])).toEqual(hex(many))
  })
})

describe('what is erased', () => {
  const opens = (path: string) => ({
    journal: pragma(openBox(path), 'journal_mode'),
    erases: pragma(openBox(path), 'secure_delete'),
  })
  const pragma = (of: Box, name: string) => of.pragma(name, { simple: true })

  test('every connection erases and syncs; control: a bare connection to the same file does not', () => {
    for (let time = 0; time < 3; time++)
      expect(opens(join(folder, 'box.db'))).toEqual({ journal: 'truncate', erases: 1 })
    expect(pragma(openBox(join(folder, 'box.db')), 'synchronous')).toBe(2)
    expect(pragma(new Database(join(folder, 'box.db')), 'secure_delete')).toBe(0)
  })

  test('nothing of a purged round can be recovered from the raw files, and another round is left alone', () => {
    announceRound(box, other.bytes, 'open')
    castMany(box, [...ballots(60), ballot(99, 'R2')])
    expect(found(folder)).toBe(122)
    expect(() => purgeRound(box, 'R1', [])).toThrow('only a closed round')
    setRoundState(box, 'R1', 'closed')
    purgeRound(box, 'R1', ['bb', 'aa'])
    expect(found(folder)).toBe(2)
    expect(roundOf(box, 'R1')!.receipts).toBe('aa\nbb\n')
    expect([...ballotsOf(box, 'R2')]).toHaveLength(1)
  })

  test('control: a bare connection that only deletes leaves them readable', () => {
    castMany(box, ballots(60))
    const bare = new Database(join(folder, 'box.db'))
    bare.exec('delete from ballot')
    expect(found(folder)).toBeGreaterThan(50)
  })
})

describe('the order of arrival', () => {
  /** Casts forty ballots in as many writes or in one, and attacks the file. */
  const score = (writes: 'apart' | 'together', finish = false) => {
    const path = join(freshFolder(), 'box.db')
    const attacked = openBox(path)
    announceRound(attacked, round.bytes, 'open')
    const tidying = startTidying(attacked)
    tidying.due()
    if (writes === 'together') castMany(attacked, ballots(40))
    else for (const one of ballots(40)) castMany(attacked, [one])
    if (finish) tidying.finish()
    return arrivalScore(path)
  }
  const mean = (scores: number[]) => scores.reduce((sum, one) => sum + one, 0) / scores.length

  test('cannot be read from the file once it is tidied, nor within one write', () => {
    const tidied = mean(Array.from({ length: 5 }, () => score('apart', true)))
    const together = mean(Array.from({ length: 5 }, () => score('together')))
    for (const one of [tidied, together]) expect(Math.abs(one - 0.5)).toBeLessThan(0.15)
  })

  test('control: it can be read when ballots came in apart and the file was never tidied', () => {
    expect(score('apart')).toBeGreaterThan(0.9)
  })
})
