import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { db, ledgerEdge, migrate, transact } from '#db'
import { config } from '~/config.server'
import { findKey, keepKey } from '~/keys.server'
import { forgetOldLogKeys, makeLogKey } from '~/ledger/log-key.server'
import { currentKey, destroyOldKeys, handOverKey } from '~/ledger/rotating.server'
import { exportLog, ledgerFacts } from '~/ledger/served.server'
import { append, openLedger, rotateKey } from '~/ledger/store.server'
import { recover } from '~/timetable.server'
import { verify } from '../../app/ledger/verify.mjs'
import { noon } from './log-builder'

const at = noon('2026-11-23')
const files = () => readdirSync(join(config.dataDir, 'keys/ledger')).map(name => name.replace('.p8', ''))
const keyNow = async () => (await currentKey())!.key
const idOf = (key: string) => key.split('+')[1]!
const verdict = async () => verify(await exportLog(), { now: at.getTime() / 1000 })
const enter = () => transact(tx => append(tx, { type: 'client.released', data: { files: [] } }, at))

beforeAll(async () => {
  await migrate()
  await openLedger(at)
})

test('after a handover the new key signs, the old one is gone from the disk, and the verifier follows', async () => {
  const before = await keyNow()
  expect(await handOverKey(before, noon('2026-11-24'))).toMatchObject({ ok: true })
  const after = await keyNow()
  expect(after).not.toBe(before)
  expect(files()).toEqual([idOf(after)])
  await enter()
  expect(await verdict()).toMatchObject({ problems: [], key: after })
  expect(await ledgerFacts()).toMatchObject({ key: after })
  expect(await currentKey()).toMatchObject({ since: '2026-11-24' })
})

test('a button pressed twice, or by five at once, changes the key once', async () => {
  const seen = await keyNow()
  const { size } = (await db.select().from(ledgerEdge))[0]!
  const answers = await Promise.all(Array.from({ length: 5 }, () => handOverKey(seen, at)))
  expect(answers.filter(one => one.ok)).toHaveLength(1)
  expect(answers.filter(one => !one.ok && one.because === 'keyChangedMeanwhile')).toHaveLength(4)
  expect((await db.select().from(ledgerEdge))[0]!.size).toBe(size + 1)
  expect([files(), (await verdict()).problems]).toEqual([[idOf(await keyNow())], []])
})

test('a fall before the change is kept leaves the old key signing; the next start removes the new one', async () => {
  const before = await keyNow()
  const fall = transact(async tx => {
    await rotateKey(tx, at)
    throw new Error('the power fails')
  })
  await expect(fall).rejects.toThrow('the power fails')
  expect([await keyNow(), files().length]).toEqual([before, 2])
  await enter()
  await recover()
  expect([files(), (await verdict()).problems]).toEqual([[idOf(before)], []])
})

test('a fall between the change and the destruction leaves the old key; the next start destroys it', async () => {
  const before = await keyNow()
  await transact(tx => rotateKey(tx, at))
  expect(findKey('ledger', idOf(before))).toBeDefined()
  await recover()
  expect(findKey('ledger', idOf(before))).toBeUndefined()
  await enter()
  expect((await verdict()).problems).toEqual([])
})

test('control: without that start the old key stays, and could still sign', async () => {
  const before = await keyNow()
  await transact(tx => rotateKey(tx, at))
  expect(findKey('ledger', idOf(before))).toBeDefined()
  await destroyOldKeys()
})

test('when the key that signs is missing, no other key is destroyed: one of them may be needed', () => {
  const name = config.ledgerName
  const other = makeLogKey(name)
  expect(() => forgetOldLogKeys(name, `${name}+00000000+AAAA`)).toThrow('missing')
  expect(findKey('ledger', idOf(other))).toBeDefined()
})

test('keys of rounds stay when the ledger changes its key', async () => {
  keepKey('R-7', 'box', Buffer.from('key of a round'))
  await handOverKey(await keyNow(), at)
  expect(findKey('R-7', 'box')?.toString()).toBe('key of a round')
})
