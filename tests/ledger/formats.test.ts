import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { canonical } from '~/ballot-box/canonical'
import { commitTo } from '~/ledger/commitments'
import { events, ledgerEvent } from '~/ledger/entries'
import { bodyOf, cosignatureLine, keyTypes, signedNote, verifierKey } from '~/ledger/note'
import { edgeRoot, growEdge, inclusionProof, leafHash, rootFromProof, treeRoot } from '~/ledger/tree'
import * as verifier from '../../app/ledger/verify.mjs'
import { council, noon, seconds } from './log-builder'

// What stands in the standards, and what the two halves of this house say to each other.

const example = {
  note: 'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
  key: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
}
/** The calendar, written out. */
function isADay(text: string): boolean {
  const [year, month, day] = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$(?!\n)/.exec(text)?.slice(1).map(Number) ?? []
  if (year === undefined || !month || !day) return false
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= ([31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0)
}
const outcomeOf = (note: string, key: string) => {
  const read = verifier.readNote(note)!
  return verifier.signedAt(verifier.readKey(key)!, read.text, read.signatures[0]!.bytes)
}

describe('the signed note of the C2SP standard', () => {
  test('its own example is right, and one other letter makes it wrong', async () => {
    expect(await outcomeOf(example.note, example.key)).toBe(0)
    expect(await outcomeOf(example.note.replace('example message', 'exampIe message'), example.key)).toBeUndefined()
  })

  test('a key whose id is not its own, or that is spelled otherwise, is no key', () => {
    expect(verifier.readKey(example.key)).toMatchObject({ name: 'example.com/foo', type: 1 })
    expect(verifier.readKey(example.key.replace('530d903a', '530d903b'))).toBeUndefined()
    expect(verifier.readKey(`${example.key}=`)).toBeUndefined()
  })

  test('what we sign and cosign is what the verifier reads, with the second of the witness', async () => {
    const body = 'voorbeeld.nl/ledger\n1\nAAAA\n'
    const note = signedNote(body, council)
    expect(bodyOf(note)).toBe(body)
    expect(await outcomeOf(note, verifierKey(council))).toBe(0)
    const line = cosignatureLine(body, council, noon('2026-03-01'))
    const cosigned = `${body}\n${line}`
    expect(await outcomeOf(cosigned, verifierKey(council, keyTypes.witness))).toBe(seconds('2026-03-01'))
  })
})

describe('the tree of RFC 6962', () => {
  // The leaves and roots of the reference implementation of certificate transparency.
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  const hashes = leaves.map(leaf => leafHash(Buffer.from(leaf, 'hex')))
  const roots = {
    0: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    1: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    8: '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  }

  test('has the roots of the reference', () => {
    for (const [size, root] of Object.entries(roots))
      expect(treeRoot(hashes.slice(0, Number(size))).toString('hex')).toBe(root)
  })

  test('grows by its edge alone: never more hashes than the size has bits, and the same root', () => {
    let edge: readonly Uint8Array[] = []
    const all: Buffer[] = []
    for (let size = 0; size < 300; size++) {
      expect(edgeRoot(edge)).toEqual(treeRoot(all))
      expect(edge.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size + 1)))
      const leaf = leafHash(randomBytes(8))
      edge = growEdge(edge, size, leaf)
      all.push(leaf)
    }
  })

  test('proves that a leaf is in it, and proves nothing about another', () => {
    const size = fc.integer({ min: 1, max: 70 })
    fc.assert(
      fc.property(size, fc.nat(), (count, nth) => {
        const all = Array.from({ length: count }, (_, at) => leafHash(Buffer.from([at])))
        const place = nth % count
        const proof = inclusionProof(all, place)
        expect(rootFromProof(all[place]!, place, count, proof)).toEqual(treeRoot(all))
        expect(rootFromProof(leafHash(Buffer.from('x')), place, count, proof)).not.toEqual(treeRoot(all))
        expect(rootFromProof(all[place]!, place, count, [...proof, all[0]!])).not.toEqual(treeRoot(all))
      }),
    )
  })
})

describe('the verifier stands alone and says the same as the house', () => {
  test('its hash is SHA-256', () => {
    for (let length = 0; length < 200; length++) {
      const bytes = randomBytes(length)
      expect(Buffer.from(verifier.sha256(bytes))).toEqual(createHash('sha256').update(bytes).digest())
    }
  })

  test('its spelling and its commitments are ours', () => {
    const value = { b: [1, null, true, 'é\u2028"'], a: { z: '', y: -3 } }
    expect(verifier.canonical(value)).toBe(canonical(value))
    const salt = randomBytes(32)
    expect(verifier.commitTo(salt, 'é')).toBe(commitTo(salt, 'é'))
  })

  test.each([
    ...['2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31', '1970-01-01', '0000-01-01', '9999-12-31'],
    ...['2026-02-29', '2026-02-30', '2026-02-31', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'],
    ...['2026-01-32', '26-01-01', '2026-1-1', '2026-01-01T00:00', '+2026-01-01', '', '2026-01-01\n', '２０２６-01-01'],
  ])('it takes the same text for a day: %j', text => {
    const event = { type: 'promise.amended', data: { id: 'P-1', due: text } }
    const commit = { reason: 'a'.repeat(64) }
    const [ours, theirs] = [
      ledgerEvent.safeParse({ ...event, words: { reason: 'x' } }).success,
      verifier.isEntry({ v: 1, seq: 1, day: '2026-01-05', ...event, commit }),
    ]
    expect([ours, theirs]).toEqual([isADay(text), isADay(text)])
  })

  test('it knows the same kinds of entries with the same fields', () => {
    const spelled = (shape: z.ZodRawShape) =>
      Object.entries(shape).map(([name, field]) =>
        z.optional(z.never()).constructor === field.constructor ? `${name}?` : name,
      )
    const ours = Object.fromEntries(
      events.map(({ shape }) => [
        shape.type.value,
        { data: spelled(shape.data.shape), words: 'words' in shape ? spelled(shape.words.shape) : [] },
      ]),
    )
    const theirs = Object.fromEntries(
      Object.entries(verifier.entryFields).map(([type, fields]) => [
        type,
        { data: Object.keys(fields), words: (verifier.entryWords as Record<string, string[]>)[type] ?? [] },
      ]),
    )
    const sorted = (all: typeof ours) =>
      Object.entries(all)
        .map(([type, { data, words }]) => `${type}: ${[...data].sort()} | ${[...words].sort()}`)
        .sort()
    expect(sorted(theirs)).toEqual(sorted(ours))
  })
})
