import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { migrate } from '#db'
import { generateIssueKey, privateBytes } from '~/ballot-box/blind-signing.server'
import { config } from '~/config.server'
import { destroyKeys, findKey, keepKey } from '~/keys.server'
import { filesHolding } from './round-trip'

let key: Buffer<ArrayBuffer>
const fileOf = (name: string) => join(config.dataDir, 'keys', 'R1', `${name}.p8`)

beforeAll(async () => {
  await migrate()
  key = privateBytes((await generateIssueKey()).privateKey)
})
beforeEach(() => keepKey('R1', 'U1', key))

/** Any stretch of a private key this long would give it away. */
const pieces = () => [0, 400, 800].map(from => key.subarray(from, from + 32))
const filesWithAPiece = () => pieces().flatMap(piece => filesHolding(piece))

test('a key comes back as it was', () => {
  expect(findKey('R1', 'U1')).toEqual(key)
})

test('no file holds a piece of it in the clear, and only the owner may read its file', () => {
  expect(filesWithAPiece()).toEqual([])
  expect(statSync(fileOf('U1')).mode & 0o777).toBe(0o600)
})

test('control: the same search finds a key that is kept as it is', () => {
  writeFileSync(fileOf('careless'), key)
  expect(filesWithAPiece()).toEqual(Array(3).fill(fileOf('careless')))
  destroyKeys('R1')
})

test('a key opens under its own round and name only', () => {
  writeFileSync(fileOf('U2'), readFileSync(fileOf('U1')))
  keepKey('R2', 'U9', key)
  writeFileSync(join(config.dataDir, 'keys', 'R2', 'U1.p8'), readFileSync(fileOf('U1')))
  expect(findKey('R1', 'U2')).toBeUndefined()
  expect(findKey('R2', 'U1')).toBeUndefined()
  expect(findKey('R2', 'U9')).toEqual(key)
  expect(findKey('R1', 'U3')).toBeUndefined()
})

test('one changed bit, or half a file, is no key', () => {
  const sealed = readFileSync(fileOf('U1'))
  sealed[40]! ^= 1
  writeFileSync(fileOf('U1'), sealed)
  expect(findKey('R1', 'U1')).toBeUndefined()
  for (const length of [0, 5, 20, 200]) {
    writeFileSync(fileOf('U1'), sealed.subarray(0, length))
    expect(findKey('R1', 'U1')).toBeUndefined()
  }
})

test('an installation with another encryption key cannot read it', async () => {
  vi.resetModules()
  vi.stubEnv('KEY_ENCRYPTION_KEY', 'another-installation-'.repeat(3))
  const elsewhere = await import('~/keys.server')
  vi.unstubAllEnvs()
  expect(elsewhere.findKey('R1', 'U1')).toBeUndefined()
  expect(findKey('R1', 'U1')).toEqual(key)
})

test('without that setting an installation makes its own secret, once, readable by its owner only', async () => {
  vi.resetModules()
  vi.stubEnv('KEY_ENCRYPTION_KEY', '')
  const own = await import('~/keys.server')
  vi.unstubAllEnvs()
  own.keepKey('R3', 'U1', key)
  vi.resetModules()
  vi.stubEnv('KEY_ENCRYPTION_KEY', '')
  const restarted = await import('~/keys.server')
  vi.unstubAllEnvs()
  expect(restarted.findKey('R3', 'U1')).toEqual(key)
  expect(statSync(join(config.dataDir, 'keys', 'key-encryption-key')).mode & 0o777).toBe(0o600)
  expect(filesWithAPiece()).toEqual([])
})

test('destroyed keys are gone, and destroying nothing is harmless', () => {
  keepKey('R1', 'ballot-box', key)
  destroyKeys('R1')
  destroyKeys('R1')
  expect(findKey('R1', 'U1')).toBeUndefined()
  expect(existsSync(join(config.dataDir, 'keys', 'R1'))).toBe(false)
})
