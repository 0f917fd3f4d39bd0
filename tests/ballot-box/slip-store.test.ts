import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { mostSlips, setSlips, slipsOf, slipsPerUnit } from '~/ballot-box/slips/store.server'
import { announceRound, type Box, openBox, purgeRound, setRoundState } from '~/ballot-box/store.server'
import { freshFolder, makeRound } from './round'

const round = await makeRound()
let box: Box
beforeEach(() => {
  box = openBox(join(freshFolder(), 'box.db'))
  announceRound(box, round.bytes)
})

const hashes = (count: number) => Array.from({ length: count }, () => randomBytes(32))
const bring = (unit: string, some: Uint8Array[], of = 'R1') => setSlips(box, of, unit, some)
const refused = (because: string) => ({ ok: false, because })

test('slips are known per unit, and bringing the same ones twice is harmless', () => {
  const some = hashes(31)
  expect(bring('U1', some)).toEqual({ ok: true, value: { slips: 31 } })
  expect(bring('U1', [...some].reverse())).toEqual({ ok: true, value: { slips: 31 } })
  expect(bring('U2', hashes(5))).toEqual({ ok: true, value: { slips: 5 } })
  expect(slipsPerUnit(box, 'R1')).toEqual(
    new Map([
      ['U1', 31],
      ['U2', 5],
    ]),
  )
})

test('new slips take the place of old ones: a card that never left the printer works no more', () => {
  const [first, second] = [hashes(4), hashes(3)]
  bring('U1', first)
  bring('U1', second)
  const kept = slipsOf(box, 'R1').map(({ hash }) => hash.toString('hex'))
  expect(kept).toEqual(second.map(hash => hash.toString('hex')).sort())
})

test('a unit gets no more slips than a fifth above its people', () => {
  expect([8, 31, 100].map(mostSlips)).toEqual([10, 38, 120])
  expect(bring('U1', hashes(39))).toEqual(refused('tooManySlips'))
  expect(bring('U1', [])).toEqual(refused('noSlips'))
  expect(bring('U1', hashes(38))).toMatchObject({ ok: true })
})

test('what is no hash, comes twice, or belongs to another unit is refused, and nothing is kept of it', () => {
  const [one] = hashes(1)
  expect(bring('U1', [randomBytes(31)])).toEqual(refused('notHashes'))
  expect(bring('U1', [one!, one!])).toEqual(refused('notHashes'))
  expect(bring('U9', [one!])).toEqual(refused('unitUnknown'))
  expect(bring('U1', [one!], 'R9')).toEqual(refused('notIssuing'))
  expect(slipsPerUnit(box, 'R1').size).toBe(0)
  bring('U1', [one!])
  expect(bring('U2', [one!])).toEqual(refused('knownElsewhere'))
})

test('once people answer nobody adds a slip, and after the count none is left', () => {
  bring('U1', hashes(3))
  setRoundState(box, 'R1', 'open')
  expect(bring('U1', hashes(3))).toEqual(refused('notIssuing'))
  setRoundState(box, 'R1', 'closed')
  expect(bring('U1', hashes(3))).toEqual(refused('notIssuing'))
  expect(slipsOf(box, 'R1')).toHaveLength(3)
  purgeRound(box, 'R1', [])
  expect(slipsOf(box, 'R1')).toEqual([])
})
