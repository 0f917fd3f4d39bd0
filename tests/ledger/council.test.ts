import { generateKeyPairSync, sign } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { migrate, transact } from '#db'
import type { LedgerEvent } from '~/ledger/entries'
import { publicBytesOf } from '~/ledger/note'
import { exportLog } from '~/ledger/served.server'
import { append } from '~/ledger/store.server'
import { printedKey } from '~/pulses/council/file'
import { countText } from '~/pulses/council/submission'
import { verify } from '../../app/ledger/verify.mjs'

// What whoever has the machine could enter about a round that the works council holds, and whether a reader notices.

const at = new Date('2026-11-23T12:00:00Z')
const hash = (letter: string) => `sha256:${letter.repeat(64)}`
const pair = generateKeyPairSync('ed25519')
const other = generateKeyPairSync('ed25519')
const signed = (round: string, { key = pair.privateKey, results = hash('c'), receipts = hash('f') } = {}) =>
  sign(null, Buffer.from(countText(round, results, receipts)), key).toString('base64')

beforeAll(() => migrate())

type Bent = { boxKey?: string; signature?: string; receipts?: string; without?: LedgerEvent['type'] }

/** Enters a round as the house does, but for what is changed. @returns the codes of what the verifier finds */
async function story(round: string, { boxKey = hash('b'), signature, receipts = hash('f'), without }: Bent = {}) {
  const key = await printedKey(round, publicBytesOf(pair.privateKey))
  const opened = { round, rules: 'K7c2.v1', manifest: hash('a'), box_key: hash('b'), units: [] }
  const counted = { round, results: hash('c'), receipts: hash('f'), signature: signature ?? signed(round) }
  const published = { round, results: hash('9'), receipts, totals: { roster: 20, counted: 12, rejected: 0 } }
  const events: LedgerEvent[] = [
    { type: 'round.opened', data: opened },
    { type: 'box_key.held', data: { round, box_key: boxKey, key, by: 'worksCouncil' } },
    { type: 'tally.submitted', data: counted },
    { type: 'results.published', data: published },
  ]
  const before = (await verify(await exportLog())).problems.length
  await transact(async tx => {
    for (const event of events) if (event.type !== without) await append(tx, event, at)
  })
  const { problems } = await verify(await exportLog())
  return problems.slice(before).map(({ code, what }) => `${code} ${what}`)
}

test('a count that the council signed stands', async () => {
  expect(await story('R1')).toEqual([])
})

test('control: another box key, another signer, other figures, another round or no key at all is noticed', async () => {
  const wrong = ['reference tally.submitted']
  expect(await story('R2', { boxKey: hash('d') })).toEqual(['reference box_key.held'])
  expect(await story('R3', { signature: signed('R3', { key: other.privateKey }) })).toEqual(wrong)
  expect(await story('R4', { signature: signed('R4', { results: hash('e') }) })).toEqual(wrong)
  expect(await story('R5', { signature: signed('R1') })).toEqual(wrong)
  expect(await story('R6', { without: 'box_key.held' })).toEqual(wrong)
})

test('a ballot that was kept from the council is noticed: what is published has other receipts than it signed', async () => {
  expect(await story('R7', { receipts: hash('e') })).toEqual(['reference results.published'])
  expect(await story('R8', { signature: signed('R8', { receipts: hash('e') }) })).toEqual(['reference tally.submitted'])
})

test('where the council holds the key, no result stands that it did not count', async () => {
  expect(await story('R9', { without: 'tally.submitted' })).toEqual(['reference results.published'])
})

test('control: where the server holds the key, a result needs no count by the council', async () => {
  const opened = { round: 'R10', rules: 'K7c2.v1', manifest: hash('a'), box_key: hash('b'), units: [] }
  const published = { round: 'R10', results: hash('9'), receipts: hash('f'), totals: { roster: 20, rejected: 0 } }
  const before = (await verify(await exportLog())).problems.length
  await transact(async tx => {
    await append(tx, { type: 'round.opened', data: opened }, at)
    await append(tx, { type: 'results.published', data: published }, at)
  })
  expect((await verify(await exportLog())).problems).toHaveLength(before)
})
