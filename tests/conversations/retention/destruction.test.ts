import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { conversationRecords, conversations, db, engine, keyWraps, migrate, transact } from '#db'
import { config } from '~/config.server'
import {
  destroyedMark,
  destroyedMarks,
  listName,
  rememberDestroyed,
} from '~/conversations/retention/destroyed-list.server'
import { destroyRecord, withdraw } from '~/conversations/retention/destroying.server'
import { tablesWith } from '../../ledger/forensics'
import { canCopy } from '../../machine-room/commands'
import { bytesInBackup, bytesOnDisk, remainsIn, type Traces } from './remains'
import { agreed, held, keep, keepSealed, threeWithKeys } from './talks'

// Whoever takes the disk, a dump or a backup after a withdrawal finds no word of the record, nothing sealed, and no key.

const at = new Date('2026-03-10T10:00:00Z')
const words = (id: string) => `kanarie-${id}-zingt-nergens-anders`
const self = { id: 'em' }

let readers: Awaited<ReturnType<typeof threeWithKeys>>

beforeAll(async () => {
  await migrate()
  readers = await threeWithKeys()
})

/** Everywhere somebody could look: with PostgreSQL the files are its own, and the dump is what leaves the house. */
const places = async (): Promise<Record<string, Buffer>> => ({
  ...(engine === 'sqlite' && { disk: bytesOnDisk() }),
  ...(canCopy && { backup: await bytesInBackup() }),
})

async function remains(id: string, sealed: Traces) {
  const all = Object.entries(await places())
  expect(all.length, 'nowhere was looked').toBeGreaterThan(0)
  return Object.fromEntries(all.map(([place, bytes]) => [place, remainsIn(bytes, { words: [words(id)] }, sealed)]))
}
const everywhere = (found: string[]) => ({
  ...(engine === 'sqlite' && { disk: found }),
  ...(canCopy && { backup: found }),
})
const sealedOnly = async (id: string): Promise<Traces> => keepSealed(id, words(id), readers)

test('a withdrawn record leaves nothing on the disk, in a dump or in a backup; before, the same search finds it', async () => {
  const traces = await sealedOnly('c1')
  expect(await remains('c1', traces), 'control: what stands there is found').toEqual(everywhere(['sealed', 'wrapped']))
  expect(await withdraw('c1', self, at)).toBe(true)
  expect(await remains('c1', traces)).toEqual(everywhere([]))
  expect(await tablesWith('"c1"')).toEqual(['conversations'])
  const [row] = await db.select().from(conversations).where(eq(conversations.id, 'c1'))
  expect(row).toMatchObject({ state: 'withdrawn', endedOn: '2026-03-10' })
  expect(destroyedMarks().size).toBe(1)
})

test('control: words that were stored unsealed are found in every spelling, and a withdrawal takes them as well', async () => {
  const ways = ['utf8', 'base64', 'hex', 'base64url'] as const
  for (const way of ways)
    await keep(held({ id: way }), [agreed({ sealedShared: Buffer.from(`xx${words(way)}xx`).toString(way) })])
  const traces = Object.fromEntries(ways.map(way => [way, [words(way)]]))
  const found = async () => {
    const all = Object.entries(await places())
    return Object.fromEntries(all.map(([place, bytes]) => [place, remainsIn(bytes, traces, {})]))
  }
  expect(await found()).toEqual(everywhere([...ways]))
  for (const way of ways) await withdraw(way, self, at)
  expect(await found()).toEqual(everywhere([]))
  expect(remainsIn(Buffer.from(words('c2'), 'utf16le'), { words: [words('c2')] }, {})).toEqual(['words'])
})

test('control: whoever forgets the keys, or the words, is found out', async () => {
  const traces = await sealedOnly('c3')
  const { conversationId } = conversationRecords
  await transact(async tx => {
    await tx.delete(conversationRecords).where(eq(conversationId, 'c3'))
  })
  expect((await remains('c3', traces)).backup ?? ['wrapped']).toEqual(['wrapped'])
  const others = await sealedOnly('c4')
  await transact(async tx => {
    await tx.delete(keyWraps).where(eq(keyWraps.thingId, 'c4'))
  })
  expect((await remains('c4', others)).backup ?? ['sealed']).toEqual(['sealed'])
})

test.runIf(engine === 'sqlite')('control: without cleaning the disk, the search finds what was deleted', async () => {
  const traces = await sealedOnly('c5')
  await transact(tx => destroyRecord(tx, 'c5', { as: 'withdrawn', on: '2026-03-10' }))
  expect(await remains('c5', traces)).toEqual({ disk: ['sealed', 'wrapped'], backup: [] })
})

test('nobody withdraws the record of somebody else, and what is gone cannot be withdrawn again', async () => {
  await sealedOnly('c6')
  const before = destroyedMarks().size
  for (const id of ['lo', 'ho', 'nobody']) expect(await withdraw('c6', { id }, at)).toBe(false)
  expect([await withdraw('c1', self, at), await withdraw('unknown', self, at)]).toEqual([false, false])
  expect(destroyedMarks().size).toBe(before)
  expect(await db.select().from(keyWraps).where(eq(keyWraps.thingId, 'c6'))).toHaveLength(3)
})

test('the list grows line by line, and a line that a power cut tore takes no other along', () => {
  const before = destroyedMarks().size
  rememberDestroyed(['een', 'twee'], 'expired')
  appendFileSync(join(config.dataDir, listName), destroyedMark('half').slice(0, 20))
  rememberDestroyed(['drie'], 'withdrawn')
  rememberDestroyed([], 'withdrawn')
  expect(destroyedMarks().size).toBe(before + 3)
  expect(['twee', 'drie'].map(id => destroyedMarks().get(destroyedMark(id)))).toEqual(['expired', 'withdrawn'])
})
