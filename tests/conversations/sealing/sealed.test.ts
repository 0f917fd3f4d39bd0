import { beforeAll, expect, test } from 'vitest'
import { fromBase64url, utf8 } from '~/ballot-box/bytes'
import { makeOwnKey, makeRecordKey, sealWords, wrapFor } from '~/conversations/sealing/seal.client'
import {
  checkDigits,
  openOwnKey,
  openWords,
  type Place,
  paddedTo,
  type StoredKey,
  unwrapRecordKey,
} from '~/conversations/sealing/sealed'

const passphrase = 'zeven natte sokken'
const words = { text: 'Ik wil graag trainer worden. 🙂', topics: ['training'] }
const place: Place = { thingId: 'c1', part: 'shared', version: 1 }
const ofAda = { personId: 'ada', thingId: 'c1' }

let ada: StoredKey
let bob: StoredKey

beforeAll(async () => {
  ;[ada, bob] = await Promise.all([makeOwnKey('ada', passphrase), makeOwnKey('bob', passphrase)])
})

const opened = async (stored: StoredKey, personId: string) => (await openOwnKey(stored, personId, passphrase))!

test('what one seals, the other reads', async () => {
  const recordKey = await makeRecordKey()
  const sealed = await sealWords(recordKey, words, place)
  const wrapped = await wrapFor(recordKey, { personId: 'bob', ...bob }, 'c1')
  const unwrapped = await unwrapRecordKey(await opened(bob, 'bob'), wrapped, { personId: 'bob', thingId: 'c1' })
  expect(await openWords(unwrapped!, sealed, place)).toEqual(words)
})

test('a key opens for nobody else, for no other record, and with no other passphrase', async () => {
  const wrapped = await wrapFor(await makeRecordKey(), { personId: 'ada', ...ada }, 'c1')
  expect(await unwrapRecordKey(await opened(ada, 'ada'), wrapped, ofAda)).toBeDefined()
  expect(await unwrapRecordKey(await opened(bob, 'bob'), wrapped, ofAda)).toBeUndefined()
  expect(await unwrapRecordKey(await opened(ada, 'ada'), wrapped, { ...ofAda, thingId: 'c2' })).toBeUndefined()
  expect(await unwrapRecordKey(await opened(ada, 'ada'), wrapped, { ...ofAda, personId: 'bob' })).toBeUndefined()
  expect(await openOwnKey(ada, 'ada', 'zeven natte sokje')).toBeUndefined()
  expect(await openOwnKey(ada, 'bob', passphrase)).toBeUndefined()
})

test('an own key whose lock was made cheaper to try does not open', async () => {
  expect(await openOwnKey({ ...ada, stretching: 1000 }, 'ada', passphrase)).toBeUndefined()
})

test.each<[string, Place]>([
  ['another record', { ...place, thingId: 'c2' }],
  ['another part', { ...place, part: 'own' }],
  ['another version', { ...place, version: 2 }],
])('sealed words do not open in the place of %s', async (_what, other) => {
  const recordKey = await makeRecordKey()
  const sealed = await sealWords(recordKey, words, place)
  expect(await openWords(recordKey, sealed, place)).toEqual(words)
  expect(await openWords(recordKey, sealed, other)).toBeUndefined()
})

test('the length of sealed words does not tell a word more or less', async () => {
  const recordKey = await makeRecordKey()
  const lengthOf = async (said: unknown) => fromBase64url(await sealWords(recordKey, said, place)).length
  expect(await lengthOf('nee')).toBe(await lengthOf('x'.repeat(900)))
  expect(await lengthOf('x'.repeat(paddedTo))).toBe((await lengthOf('nee')) + paddedTo)
})

test('control: without padding a longer text is longer', () => {
  expect(utf8('x'.repeat(900)).length).toBeGreaterThan(utf8('nee').length)
})

test('two people can compare twelve digits; another key has others', async () => {
  expect(await checkDigits(ada.publicKey)).toMatch(/^\d{4} \d{4} \d{4}$/)
  expect(await checkDigits(ada.publicKey)).not.toBe(await checkDigits(bob.publicKey))
})
