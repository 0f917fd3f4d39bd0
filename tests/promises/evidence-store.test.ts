import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { db, keptFiles, ledgerEntries, promiseEvents, transact } from '#db'
import { takeFileFrom } from '~/ledger/erasures/erasing.server'
import { type ReadyFile, readyFile } from '~/promises/evidence/file.server'
import { findFile, recordEvidence } from '~/promises/evidence/store.server'
import { listPromises } from '~/promises/reading.server'
import { recordPromise } from '~/promises/store.server'
import { foundOrganisation } from '../people/cast'
import { bomb, bytesOf, csv, pdf, phonePhoto, pngHidingAPage } from './evidence-files'

const director = { roles: ['executive' as const] }
const council = { roles: ['worksCouncil' as const] }
const at = new Date('2026-03-02T10:00:00Z')
const said = {
  ...{ why: 'Omdat jullie dat vroegen.', ownerRole: 'executive' as const, ownerName: '', scope: 'Alle teams' },
  ...{ madeOn: '2026-03-02', dueOn: '2026-12-31', exclusions: 'geen', measure: '0 ontslagen' },
}

async function promised(text: string) {
  const decision = await recordPromise({ ...said, text }, director, at)
  if (!decision.ok) throw new Error(decision.because)
  return decision.value.id
}
async function ready(bytes: Uint8Array, name = 'bestand'): Promise<ReadyFile> {
  const decision = await readyFile(bytes, name)
  if (!decision.ok) throw new Error(decision.because)
  return decision.value
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const kept = async () => (await db.select({ hash: keptFiles.hash }).from(keptFiles)).map(({ hash }) => hash)
const lastLine = async () => {
  const lines = await db.select().from(ledgerEntries).orderBy(ledgerEntries.seq)
  return JSON.parse(lines.at(-1)!.bytes)
}

beforeAll(foundOrganisation)

describe('of a picture nothing is left but what can be seen', () => {
  const secrets = /Jan|geheim|Fairphone|xmpmeta|Exif|ICC_PROFILE|script/
  const told = (bytes: Uint8Array) => secrets.test(Buffer.from(bytes).toString('latin1'))

  test('a photo loses its place, maker and comments, and stands upright', async () => {
    const photo = await phonePhoto()
    expect(told(photo), 'control: the photo as it was sent tells').toBe(true)
    const { content, kind } = await ready(photo, 'IMG_1.JPG')
    const { exif, icc, xmp, iptc, orientation, width, height, comments } = await sharp(content).metadata()
    expect([kind, width, height, told(content)]).toEqual(['jpg', 48, 64, false])
    expect({ exif, icc, xmp, iptc, orientation, comments }).toEqual({})
  })

  test('what hides behind its last byte is gone', async () => {
    const hiding = await pngHidingAPage()
    expect([told(hiding), told((await ready(hiding)).content)]).toEqual([true, false])
  })

  test('one that unpacks into too much, or stops half-way, is refused', async () => {
    expect(await readyFile(await bomb(), 'a.png')).toMatchObject({ because: 'tooManyPixels' })
    const [photo, png] = [await phonePhoto(), await pngHidingAPage()]
    expect(await readyFile(photo.subarray(0, photo.length - 60), 'a.jpg')).toMatchObject({ because: 'fileDamaged' })
    expect(await readyFile(png.subarray(0, 60), 'a.png')).toMatchObject({ because: 'fileDamaged' })
    expect(await readyFile(bytesOf('<svg/>'), 'a.svg')).toMatchObject({ because: 'fileUnknown' })
  })
})

test('other files are kept to the letter', async () => {
  for (const bytes of [pdf, csv]) expect(Buffer.from((await ready(bytes)).content).equals(bytes)).toBe(true)
})

test('the ledger names the file by the hash of what everybody can fetch', async () => {
  const id = await promised('Met foto')
  const file = await ready(await phonePhoto(), 'Rooster mei.JPG')
  expect(await recordEvidence(id, { note: 'Het rooster', file }, council, at)).toMatchObject({ ok: true })
  const fetched = (await findFile(id, file.hash))!
  expect([sha256(fetched.content), fetched.name, fetched.kind]).toEqual([file.hash, 'Rooster mei.jpg', 'jpg'])
  const { type, data } = await lastLine()
  expect([type, data]).toEqual([
    'promise.evidence',
    { id, file: `sha256:${sha256(fetched.content)}`, bytes: fetched.content.length },
  ])
  const shown = (await listPromises('2026-03-02')).find(one => one.id === id)!.events.at(-1)!.file
  expect(shown).toEqual({ hash: file.hash, name: 'Rooster mei.jpg', kind: 'jpg', byteCount: file.byteCount })
})

test('who may not add evidence leaves no file behind', async () => {
  const before = await kept()
  const file = await ready(bytesOf('a;b\n1;2\n'))
  const id = await promised('Zonder bewijs')
  expect(await recordEvidence(id, { note: 'x', file }, { roles: ['agent'] }, at)).toMatchObject({ ok: false })
  expect(await recordEvidence('P-99', { note: 'x', file }, council, at)).toMatchObject({ because: 'noSuchPromise' })
  expect(await kept()).toEqual(before)
})

test('a button pressed twice adds one piece of evidence, another file or other words one more', async () => {
  const [id, file] = [await promised('Twee keer'), await ready(csv)]
  const shown = [{ note: 'Uren', file }, { note: 'Uren', file }, { note: 'Uren' }, { note: 'Meer', file }]
  for (const one of shown) await recordEvidence(id, one, council, at)
  const promise = (await listPromises('2026-03-02')).find(one => one.id === id)!
  expect(promise.events.filter(({ kind }) => kind === 'evidence')).toHaveLength(3)
})

describe('the same file at two promises', () => {
  test('is kept once, found at both and nowhere else, and goes with the last one that showed it', async () => {
    const file = await ready(pdf)
    const [one, two, other] = [await promised('Een'), await promised('Twee'), await promised('Drie')]
    for (const id of [one, two]) await recordEvidence(id, { note: 'Rapport', file }, director, at)
    expect((await kept()).filter(hash => hash === file.hash)).toHaveLength(1)
    expect(await findFile(other, file.hash)).toBeUndefined()
    await transact(tx => takeFileFrom(tx, { id: one, version: 2 }))
    expect([await findFile(one, file.hash), (await findFile(two, file.hash))?.kind]).toEqual([undefined, 'pdf'])
    await transact(tx => takeFileFrom(tx, { id: two, version: 2 }))
    expect(await kept()).not.toContain(file.hash)
  })
})

test('the database itself refuses to put another file in the place of one', async () => {
  const [id, file] = [await promised('Vast'), await ready(csv)]
  await recordEvidence(id, { note: 'Uren', file }, director, at)
  const theirs = eq(keptFiles.hash, file.hash)
  await expect(transact(tx => tx.update(keptFiles).set({ content: pdf }).where(theirs))).rejects.toThrow()
  await expect(transact(tx => tx.delete(keptFiles).where(theirs))).rejects.toThrow()
  const events = eq(promiseEvents.promiseId, id)
  await expect(transact(tx => tx.update(promiseEvents).set({ fileHash: 'ff' }).where(events))).rejects.toThrow()
})
