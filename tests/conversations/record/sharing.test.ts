import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db, keyWraps, persons, transact } from '#db'
import { rewrapBody, shareBody } from '~/conversations/record/bodies.client'
import { logFor } from '~/conversations/record/log.server'
import { openNewer } from '~/conversations/record/opening.client'
import {
  endShare,
  listCandidates,
  listSharedWith,
  rewrapRecord,
  shareRecord,
} from '~/conversations/record/sharing.server'
import { findRecord, todayHere } from '~/conversations/record/store.server'
import { loseOwnKey } from '~/conversations/sealing/losing.server'
import { hire } from '../../people/cast'
import { agreed, begun, eva, foundTwo, giveKey, keyOf, keys, lea, noon, typed } from './two-people'

beforeAll(async () => {
  await foundTwo()
  await hire('piet@voorbeeld.nl', ['agent'])
  await giveKey('piet')
  await hire('olga@voorbeeld.nl', ['worksCouncil'])
}, 60_000)

const seenBy = (id: string, personId: string, day = todayHere(noon)) => findRecord(id, personId, day)
const readerOf = (personId: string) => ({ personId, publicKey: keys[personId]!.publicKey })
const share = async (id: string, personId: string, endsOn = '2026-03-20') =>
  shareRecord(eva(id), await shareBody((await keyOf(id, 'eva'))!, readerOf(personId), endsOn), noon)

describe('a share', () => {
  test('lets one named person read what both agreed to, until its last day', async () => {
    await agreed('s1', 'Voor Hans')
    expect(await share('s1', 'hans')).toEqual({ ok: true, value: true })
    const seen = await seenBy('s1', 'hans')
    expect(seen?.standing).toBe('reader')
    const of = await keyOf('s1', 'hans')
    expect((await openNewer(of!, seen!.held.agreed!)).shared?.text).toBe('Voor Hans')
    expect(await seenBy('s1', 'hans', '2026-03-20')).toBeDefined()
    expect(await seenBy('s1', 'hans', '2026-03-21')).toBeUndefined()
    expect(await seenBy('s1', 'sam')).toBeUndefined()
    expect(await listSharedWith('hans', todayHere(noon))).toMatchObject([{ conversationId: 's1', of: 'eva Test' }])
  })

  test('ends at once when the employee ends it', async () => {
    await agreed('s2')
    await share('s2', 'hans')
    expect(await endShare(lea('s2'), 'hans', noon)).toMatchObject({
      because: 'notYours',
    })
    await endShare(eva('s2'), 'hans', noon)
    expect(await seenBy('s2', 'hans')).toBeUndefined()
    expect(await keyOf('s2', 'hans')).toBeUndefined()
  })

  test('ending one never takes the key of the two who talked', async () => {
    await agreed('s3')
    await endShare(eva('s3'), 'lea', noon)
    expect((await seenBy('s3', 'lea'))?.holdsKey).toBe(true)
  })

  test.each([
    ['somebody without such a role', 'piet', '2026-03-20', 'notShareable'],
    ['the lead of the talk', 'lea', '2026-03-20', 'notShareable'],
    ['a day in the past', 'hans', '2026-03-09', 'endNotRight'],
    ['a day after the record is gone', 'hans', '2026-09-03', 'endNotRight'],
  ])('is refused for %s', async (what, personId, endsOn, because) => {
    const id = `s4-${what.replaceAll(' ', '-')}`
    await agreed(id)
    expect(await share(id, personId, endsOn)).toEqual({ ok: false, because })
    expect(await db.select().from(keyWraps).where(eq(keyWraps.thingId, id))).toHaveLength(2)
  })

  test('is the employee’s alone, and only of what both agreed to', async () => {
    const of = await agreed('s5')
    const body = await shareBody(of, readerOf('hans'), '2026-03-20')
    expect(await shareRecord(lea('s5'), body, noon)).toEqual({ ok: false, because: 'notYours' })
    await begun('s6')
    expect(await share('s6', 'hans')).toEqual({ ok: false, because: 'notNow' })
  })

  test('is offered with HR, works council and other leads who have a key', async () => {
    await agreed('s7')
    const { held } = (await seenBy('s7', 'eva'))!
    expect((await listCandidates(held)).map(one => one.id).sort()).toEqual(['hans', 'sam'])
    await giveKey('olga')
    expect((await listCandidates(held)).map(one => one.id).sort()).toEqual(['hans', 'olga', 'sam'])
  })
})

describe('a new own key', () => {
  test('opens a record again when the other gives access, and only then', async () => {
    const of = await agreed('s8', 'Nog te lezen')
    await loseOwnKey('lea', noon)
    await giveKey('lea')
    expect((await seenBy('s8', 'lea'))?.holdsKey).toBe(false)
    expect(await keyOf('s8', 'lea')).toBeUndefined()
    const body = await rewrapBody(of, readerOf('lea'))
    expect(await rewrapRecord(lea('s8'), body, noon)).toEqual({ ok: false, because: 'noAccess' })
    expect(await rewrapRecord(eva('s8'), { ...body, personId: 'hans' }, noon)).toMatchObject({ because: 'notTheOther' })
    expect(await rewrapRecord(eva('s8'), body, noon)).toEqual({ ok: true, value: true })
    const again = await keyOf('s8', 'lea')
    expect((await openNewer(again!, (await seenBy('s8', 'lea'))!.held.agreed!)).shared?.text).toBe('Nog te lezen')
  })

  test('never lets one of the two take the record from the other, who can read it', async () => {
    const of = await agreed('s12', 'Van Eva')
    const right = await rewrapBody(of, readerOf('eva'))
    for (const body of [right, { ...right, wrapped: 'AAAA' }])
      expect(await rewrapRecord(lea('s12'), body, noon)).toEqual({ ok: false, because: 'otherReads' })
    expect(
      (await openNewer((await keyOf('s12', 'eva'))!, (await seenBy('s12', 'eva'))!.held.agreed!)).shared,
    ).toBeDefined()
    const written = { wrapped: 'AAAA' }
    const own = and(eq(keyWraps.thingId, 's12'), eq(keyWraps.personId, 'eva'))
    await transact(tx => tx.update(keyWraps).set(written).where(own))
    expect(await keyOf('s12', 'eva'), 'control: without the refusal it does not open any more').toBeUndefined()
  })

  test('is the one that is wrapped for: what was made for the key before is refused', async () => {
    const of = await agreed('s13')
    const [shared, again] = [await shareBody(of, readerOf('sam'), '2026-03-20'), await rewrapBody(of, readerOf('lea'))]
    for (const id of ['sam', 'lea']) await loseOwnKey(id, noon)
    for (const id of ['sam', 'lea']) await giveKey(id)
    expect(await shareRecord(eva('s13'), shared, noon)).toEqual({ ok: false, because: 'wrapsNotRight' })
    expect(await rewrapRecord(eva('s13'), again, noon)).toEqual({ ok: false, because: 'wrapsNotRight' })
    expect((await seenBy('s13', 'lea'))?.holdsKey).toBe(false)
    expect((await rewrapRecord(eva('s13'), await rewrapBody(of, readerOf('lea')), noon)).ok).toBe(true)
    expect((await share('s13', 'sam')).ok).toBe(true)
    expect(await keyOf('s13', 'sam')).toBeDefined()
  })

  test('a successor of the lead gets nothing', async () => {
    const of = await agreed('s9')
    await transact(tx => tx.update(persons).set({ leftAt: noon }).where(eq(persons.id, 'lea')))
    const body = await rewrapBody(of, readerOf('sam'))
    expect(await rewrapRecord(eva('s9'), body, noon)).toMatchObject({ because: 'notTheOther' })
    expect(await seenBy('s9', 'sam')).toBeUndefined()
    await transact(tx => tx.update(persons).set({ leftAt: null }).where(eq(persons.id, 'lea')))
  })
})

test('the employee reads all of the access log, anybody else what they did themselves', async () => {
  await agreed('s10')
  await share('s10', 'hans')
  const deedsFor = async (personId: string, standing: 'employee' | 'lead' | 'reader') =>
    (await logFor('s10', { personId, standing })).map(line => `${line.actorId} ${line.deed}`).sort()
  expect(await deedsFor('eva', 'employee')).toEqual([
    'eva agreed',
    'eva began',
    'eva shared',
    'lea agreed',
    'lea wrote',
  ])
  expect(await deedsFor('lea', 'lead')).toEqual(['lea agreed', 'lea wrote'])
  expect(await deedsFor('hans', 'reader')).toEqual([])
})

test('control: without a wrapped key the words do not open, whoever asks the database', async () => {
  await agreed('s11', 'Geheim')
  const own = and(eq(keyWraps.thingId, 's11'), eq(keyWraps.personId, 'hans'))
  expect(await db.select().from(keyWraps).where(own)).toEqual([])
  const { held } = (await seenBy('s11', 'eva'))!
  const wrong = { conversationId: 's11', key: (await keyOf('s10', 'eva'))!.key }
  expect((await openNewer(wrong, held.agreed!)).shared).toBeUndefined()
  expect(JSON.stringify(held)).not.toContain('Geheim')
  expect(typed('Geheim').shared.text).toBe('Geheim')
})
