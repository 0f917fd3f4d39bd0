import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { migrate, transact } from '#db'
import { byteRange } from '~/ledger/byte-range'
import { exportLog } from '~/ledger/served.server'
import { append } from '~/ledger/store.server'
import * as page from '~/routes/ledger._index'
import * as checkpoint from '~/routes/ledger.checkpoint'
import * as leaves from '~/routes/ledger.leaves[.txt]'
import * as log from '~/routes/ledger.log[.jsonl]'
import * as openings from '~/routes/ledger.openings[.json]'
import * as verifier from '~/routes/ledger.verify[.mjs]'
import * as witnesses from '~/routes/ledger.witnesses[.json]'
import { verify } from '../../app/ledger/verify.mjs'

const ask = (path: string, headers: Record<string, string> = {}) =>
  ({ request: new Request(`http://localhost:3000${path}`, { headers }), params: {}, context: {} }) as never
const event = (round: string) =>
  ({ type: 'response.published', data: { round }, words: { heard: 'é', will_do: '€', will_not_do: '' } }) as const

beforeAll(() => migrate())

test('an empty ledger says so', async () => {
  await expect(checkpoint.loader()).rejects.toMatchObject({ status: 404 })
  expect(await page.loader(ask('/ledger'))).toMatchObject({ facts: null })
})

describe('whoever comes by, without a cookie', () => {
  beforeAll(async () => {
    for (const round of ['R1', 'R2', 'R3']) await transact(tx => append(tx, event(round), new Date()))
  })

  test('downloads exactly what is stored, under the names the verifier expects', async () => {
    const served = {
      log: await (await log.loader(ask('/ledger/log.jsonl'))).text(),
      checkpoint: await (await checkpoint.loader()).text(),
      openings: await (await openings.loader(ask('/ledger/openings.json'))).text(),
      witnesses: await (await witnesses.loader()).text(),
      leaves: await (await leaves.loader()).text(),
    }
    expect(served).toEqual(await exportLog())
    const codes = (await verify(served)).problems.map((said: { code: string }) => said.code)
    expect(codes).toEqual(Array(3).fill('reference'))
  })

  test('asks for a part of the log and puts it behind what was there', async () => {
    const whole = Buffer.from((await exportLog()).log)
    const answer = await log.loader(ask('/ledger/log.jsonl', { range: 'bytes=100-' }))
    expect([answer.status, answer.headers.get('content-range')]).toEqual([
      206,
      `bytes 100-${whole.length - 1}/${whole.length}`,
    ])
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(whole.subarray(100))
    const beyond = await log.loader(ask('/ledger/log.jsonl', { range: `bytes=${whole.length}-` }))
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`])
  })

  test('gets the verifier itself, and its fingerprint on the page', async () => {
    const source = readFileSync('app/ledger/verify.mjs')
    expect(Buffer.from(await verifier.loader().arrayBuffer())).toEqual(source)
    const told = await page.loader(ask('/ledger'))
    expect(told.verifierSha256).toBe(createHash('sha256').update(source).digest('hex'))
    expect(told.facts).toMatchObject({ size: 4, witnesses: [], root: (await exportLog()).checkpoint.split('\n')[2] })
  })
})

test.each([
  [null, undefined],
  ['bytes=0-0', { first: 0, last: 0 }],
  ['bytes=5-', { first: 5, last: 9 }],
  ['bytes=-3', { first: 7, last: 9 }],
  ['bytes=-30', { first: 0, last: 9 }],
  ['bytes=2-99', { first: 2, last: 9 }],
  ['bytes=10-', 'none'],
  ['bytes=-0', 'none'],
  ['bytes=5-2', undefined],
  ['bytes=0-1,4-5', undefined],
  ['lines=1-2', undefined],
])('of ten bytes %s means %o', (asked, range) => expect(byteRange(asked, 10)).toEqual(range))
