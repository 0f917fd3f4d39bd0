import { generateKeyPairSync, sign } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { migrate, transact } from '#db'
import type { LedgerEvent } from '~/ledger/entries'
import { publicBytesOf } from '~/ledger/note'
import { exportLog } from '~/ledger/served.server'
import { append } from '~/ledger/store.server'
import { printedKey } from '~/pulses/council-file'
import { countText } from '~/pulses/council-submission'
import { verify } from '../../app/ledger/verify.mjs'

// What whoever has the machine could enter about a round that the works council holds, and whether a reader notices.

const at = new Date('2026-11-23T12:00:00Z')
const hash = (letter: string) => `sha256:${letter.repeat(64)}`
const pair = generateKeyPairSync('ed25519')
const other = generateKeyPairSync('ed25519')
const signed = (round: string, key = pair.privateKey, results = hash('c')) =>
  sign(null, Buffer.from(countText(round, results)), key).toString('base64')

beforeAll(() => migrate())

/** Enters a round as the house does, but for what is changed. @returns the codes of what the verifier finds */
async function story(round: string, { boxKey = hash('b'), signature = signed(round), isHeld = true } = {}) {
  const key = await printedKey(round, publicBytesOf(pair.privateKey))
  const opened = { round, rules: 'K7c2.v1', manifest: hash('a'), box_key: hash('b'), units: [] }
  const events: LedgerEvent[] = [
    { type: 'round.opened', data: opened },
    { type: 'box_key.held', data: { round, box_key: boxKey, key, by: 'worksCouncil' } },
    { type: 'tally.submitted', data: { round, results: hash('c'), signature } },
  ]
  const before = (await verify(await exportLog())).problems.length
  await transact(async tx => {
    for (const event of events) if (isHeld || event.type !== 'box_key.held') await append(tx, event, at)
  })
  const { problems } = await verify(await exportLog())
  return problems.slice(before).map(({ code, what }) => `${code} ${what}`)
}

test('a count that the council signed stands', async () => {
  expect(await story('R1')).toEqual([])
})

test('control: another box key, another signer, other figures, another round or no key at all is noticed', async () => {
  expect(await story('R2', { boxKey: hash('d') })).toEqual(['reference box_key.held'])
  expect(await story('R3', { signature: signed('R3', other.privateKey) })).toEqual(['reference tally.submitted'])
  expect(await story('R4', { signature: signed('R4', pair.privateKey, hash('e')) })).toEqual([
    'reference tally.submitted',
  ])
  expect(await story('R5', { signature: signed('R1') })).toEqual(['reference tally.submitted'])
  expect(await story('R6', { isHeld: false })).toEqual(['reference tally.submitted'])
})
