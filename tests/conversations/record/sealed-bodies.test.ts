import { beforeAll, expect, test } from 'vitest'
import {
  beginBody,
  objectionBody,
  type RecordKey,
  rewrapBody,
  saveBody,
  shareBody,
} from '~/conversations/record/bodies.client'
import { readRecordBody } from '~/conversations/record/form'
import { type Typed, topics } from '~/conversations/record/words'
import { makeOwnKey, makeRecordKey } from '~/conversations/sealing/seal.client'
import { openWords } from '~/conversations/sealing/sealed'

// What a browser sends about a record holds no word of it: canaries are typed into every field and looked for in every body.

const canary = 'kanarie-Zeewolde-7391'
const words: Typed = {
  shared: {
    topics: [...topics],
    text: `${canary} samen`,
    actions: [{ owner: 'lead', text: `${canary} doen`, dueOn: '2026-04-01', doneOn: '' }],
  },
  own: `${canary} van mij`,
  followUpOn: '2026-04-01',
}

let of: RecordKey
let reader: { personId: string; publicKey: string }

beforeAll(async () => {
  of = { conversationId: 'c1', key: await makeRecordKey() }
  reader = { personId: 'lea', publicKey: (await makeOwnKey('lea', 'zeven natte sokken')).publicKey }
})

const everyBody = async () => [
  await beginBody('c1', [reader, reader]),
  await saveBody(of, { version: 1, revision: 1 }, words),
  await saveBody(of, { from: 1 }, words),
  await objectionBody(of, `${canary} bezwaar`),
  await shareBody(of, reader, '2026-04-01'),
  await rewrapBody(of, reader),
]

/** Returns how a word stands in a text: as it is, or in base64 of either kind, wherever it begins in its three bytes. */
function standsIn(text: string, word: string): boolean {
  const shifts = ['', 'x', 'xx'].map(before => {
    const whole = Buffer.from(before + word).toString('base64url')
    return whole.slice(before.length === 0 ? 0 : before.length + 1, -2)
  })
  return text.includes(word) || shifts.some(shift => text.includes(shift))
}

const told = [canary, 'training', 'Zeewolde', '"owner"', 'lead"']

test('no body holds a word that was typed, a topic or who does what', async () => {
  for (const body of await everyBody()) expect(told.filter(word => standsIn(JSON.stringify(body), word))).toEqual([])
})

test('no body holds the key of the record', async () => {
  const raw = Buffer.from(await crypto.subtle.exportKey('raw', of.key)).toString('base64url')
  for (const body of await everyBody()) expect(JSON.stringify(body)).not.toContain(raw)
})

test('control: in a body that was not sealed the words are found, also in base64', async () => {
  const open = JSON.stringify({ intent: 'save', sealedShared: JSON.stringify(words.shared) })
  const coded = JSON.stringify({ sealedShared: Buffer.from(JSON.stringify(words.shared)).toString('base64url') })
  expect(standsIn(open, canary)).toBe(true)
  expect(standsIn(coded, canary)).toBe(true)
})

test('the door takes every body of the page, and nothing beside it', async () => {
  for (const body of await everyBody()) {
    expect(readRecordBody(JSON.stringify(body))).toEqual(body)
    expect(readRecordBody(JSON.stringify({ ...body, text: canary }))).toBeUndefined()
  }
  const open = { intent: 'save', version: 1, revision: 1, sealedShared: 'in gewone woorden', followUpOn: null }
  expect(readRecordBody(JSON.stringify(open))).toBeUndefined()
  const long = { ...open, sealedShared: 'a'.repeat(24 * 1024 + 1) }
  expect(readRecordBody(JSON.stringify(long))).toBeUndefined()
  for (const text of ['', '{', 'null', '[]', '"x"']) expect(readRecordBody(text)).toBeUndefined()
})

test('words that were moved to another version do not open; the employee’s own go along with the record', async () => {
  const body = await saveBody(of, { version: 2, revision: 1 }, words)
  const place = { thingId: 'c1', part: 'shared', version: 2 } as const
  expect(await openWords(of.key, body.sealedShared, place)).toMatchObject({ text: words.shared.text })
  expect(await openWords(of.key, body.sealedShared, { ...place, version: 1 })).toBeUndefined()
})
