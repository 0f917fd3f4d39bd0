import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { conversationRecords, conversations, db, developmentPlans, keyWraps, ownKeys, transact } from '#db'
import { destroyedMark, destroyedMarks } from '~/conversations/retention/destroyed-list.server'
import { drawnWords, wordsOf } from '~/conversations/sealing/drawn-words'
import { loseOwnKey, lossesWithKey } from '~/conversations/sealing/losing.server'
import { drawnPassphrase, makeOwnKey, withNewLock } from '~/conversations/sealing/seal.client'
import { openOwnKey, type StoredKey } from '~/conversations/sealing/sealed'
import { findOwnKey, findPublicKeys, keepOwnKey, relockOwnKey } from '~/conversations/sealing/store.server'
import { shortestPassphrase } from '~/people/passphrase'
import { languages } from '~/people/rules'
import { foundOrganisation, hire } from '../../people/cast'

const at = new Date('2026-11-22T12:00:00Z')
const today = '2026-11-22'
const passphrase = 'zeven natte sokken'

let adas: StoredKey
let bobs: StoredKey

beforeAll(async () => {
  await foundOrganisation()
  for (const name of ['ada', 'bob', 'cem']) await hire(`${name}@voorbeeld.nl`)
  ;[adas, bobs] = await Promise.all([makeOwnKey('ada', passphrase), makeOwnKey('bob', passphrase)])
})

beforeEach(() =>
  transact(async tx => {
    for (const all of [keyWraps, ownKeys, developmentPlans, conversations]) await tx.delete(all)
  }),
)

/** A record of ada and bob, wrapped for these people. */
const record = (id: string, ...readers: string[]) =>
  transact(async tx => {
    const two = { employeeId: 'ada', leadId: 'bob', invitedBy: 'lead', state: 'held', invitedOn: today } as const
    await tx.insert(conversations).values({ id, ...two, heldOn: today, isCounted: false })
    await tx.insert(conversationRecords).values({ conversationId: id, version: 1, revision: 1, sealedShared: 'x' })
    for (const personId of readers)
      await tx.insert(keyWraps).values({ thingId: id, personId, wrapped: 'w', givenOn: today })
  })

const plan = (...readers: string[]) =>
  transact(async tx => {
    const row = { id: 'p1', personId: 'ada', revision: 1, sealed: 'x', sight: 'lead', changedOn: today } as const
    await tx.insert(developmentPlans).values(row)
    for (const personId of readers)
      await tx.insert(keyWraps).values({ thingId: 'p1', personId, wrapped: 'w', givenOn: today })
  })

test('a key is kept once; another browser does not write over it', async () => {
  expect(await keepOwnKey('ada', adas, today)).toEqual({ ok: true, value: undefined })
  expect(await keepOwnKey('ada', bobs, today)).toEqual({ ok: false, because: 'keyIsThere' })
  expect(await findOwnKey('ada')).toEqual({ ...adas, madeOn: today })
  expect(await findOwnKey('bob')).toBeNull()
  expect(await findPublicKeys(['ada', 'bob'])).toEqual({ ada: adas.publicKey })
  expect(await findPublicKeys([])).toEqual({})
})

test('what is no key of the right kind is refused', async () => {
  expect(await keepOwnKey('ada', { ...adas, publicKey: 'AAAA' }, today)).toEqual({ ok: false, because: 'keyNotRight' })
})

test('a new passphrase opens the same key, and the old one no longer does', async () => {
  await keepOwnKey('ada', adas, today)
  const relocked = await withNewLock(adas, 'ada', { present: passphrase, next: 'acht droge sokken' })
  expect((await relockOwnKey('ada', relocked!)).ok).toBe(true)
  const stored = (await findOwnKey('ada'))!
  expect(stored.publicKey).toBe(adas.publicKey)
  expect(await openOwnKey(stored, 'ada', 'acht droge sokken')).toBeDefined()
  expect(await openOwnKey(stored, 'ada', passphrase)).toBeUndefined()
})

test('without the present passphrase there is no new lock, and another key is not taken for the same', async () => {
  await keepOwnKey('ada', adas, today)
  expect(await withNewLock(adas, 'ada', { present: 'iets anders', next: 'acht droge sokken' })).toBeUndefined()
  expect(await relockOwnKey('ada', bobs)).toEqual({ ok: false, because: 'otherKey' })
  expect(await relockOwnKey('bob', bobs)).toEqual({ ok: false, because: 'otherKey' })
})

test('giving up a key is told beforehand, record by record', async () => {
  await keepOwnKey('ada', adas, today)
  await record('both', 'ada', 'bob')
  await record('alone', 'ada')
  await record('withReader', 'ada', 'cem')
  await plan('ada')
  expect(await lossesWithKey('ada')).toEqual({ kept: 1, destroyed: 2, shared: 0, plan: 'destroyed' })
  expect(await lossesWithKey('cem')).toEqual({ kept: 0, destroyed: 0, shared: 1, plan: 'none' })
})

test('what nobody of the two can open is destroyed; what the other can open waits', async () => {
  await keepOwnKey('ada', adas, today)
  await record('both', 'ada', 'bob')
  await record('alone', 'ada')
  await plan('ada', 'bob')
  await loseOwnKey('ada', at)
  expect(await findOwnKey('ada')).toBeNull()
  const wraps = await db.select({ thing: keyWraps.thingId, who: keyWraps.personId }).from(keyWraps)
  expect(wraps.map(wrap => `${wrap.thing} ${wrap.who}`).sort()).toEqual(['both bob', 'p1 bob'])
  const records = await db.select({ id: conversationRecords.conversationId }).from(conversationRecords)
  expect(records).toEqual([{ id: 'both' }])
  expect([...destroyedMarks().keys()]).toContain(destroyedMark('alone'))
  expect([...destroyedMarks().keys()]).not.toContain(destroyedMark('p1'))
  await keepOwnKey('ada', bobs, today)
  expect((await findOwnKey('ada'))?.publicKey).toBe(bobs.publicKey)
})

test('a plan that nobody else can open goes with the key', async () => {
  await plan('ada')
  await loseOwnKey('ada', at)
  expect(await db.select().from(developmentPlans).where(eq(developmentPlans.personId, 'ada'))).toEqual([])
})

test.each(languages)(
  'a drawn passphrase in %s is long enough, of 256 different words that anybody can type',
  language => {
    const words = wordsOf(language)
    expect(new Set(words).size).toBe(256)
    expect(words.filter(word => !/^[a-z]{3,}$/.test(word))).toEqual([])
    const drawn = drawnPassphrase(language)
    expect(drawn.split(' ')).toHaveLength(drawnWords)
    expect(drawn.length).toBeGreaterThanOrEqual(shortestPassphrase)
    expect(drawnPassphrase(language)).not.toBe(drawn)
  },
)
