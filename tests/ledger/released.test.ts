import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { migrate } from '#db'
import { clientFiles, enterRelease, releasedClient } from '~/ledger/released.server'
import { exportLog } from '~/ledger/served.server'
import { verify } from '../../app/ledger/verify.mjs'

const at = new Date('2026-11-23T09:00:00Z')
const folder = mkdtempSync(join(process.env.DATA_DIR!, 'client-'))

beforeAll(() => migrate())

test('without built files nothing is said', async () => {
  expect(await enterRelease(at, folder)).toBeUndefined()
  expect(await releasedClient()).toBeUndefined()
})

test('what phones are given is entered once, and again only when it changes', async () => {
  for (const name of clientFiles) writeFileSync(join(folder, name), `first ${name}`)
  expect(await enterRelease(at, folder)).toBe(1)
  expect(await enterRelease(at, folder)).toBeUndefined()
  const hash = `sha256:${createHash('sha256')
    .update(readFileSync(join(folder, 'token.js')))
    .digest('hex')}`
  expect((await releasedClient())?.files).toContainEqual({ name: 'token.js', hash })
  writeFileSync(join(folder, 'token.js'), 'another')
  expect(await enterRelease(at, folder)).toBe(2)
  expect(await enterRelease(at, folder)).toBeUndefined()
  expect(await releasedClient()).toMatchObject({ seq: 2, day: '2026-11-23' })
  expect((await verify(await exportLog())).problems).toEqual([])
})
