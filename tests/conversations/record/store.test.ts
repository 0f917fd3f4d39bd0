import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { accessLog, conversations, db, keyWraps, persons, transact } from '#db'
import { beginBody, objectionBody, saveBody } from '~/conversations/record/bodies.client'
import { openNewer } from '~/conversations/record/opening.client'
import { findRecord, keptUntil, todayHere } from '~/conversations/record/store.server'
import { beginRecord, beginVersion, recordAgreement, recordObjection } from '~/conversations/record/writing.server'
import { withdraw } from '~/conversations/retention/destroying.server'
import {
  agree,
  agreed,
  begun,
  eva,
  foundTwo,
  giveKey,
  keyOf,
  lea,
  noon,
  rowsOf,
  save,
  talk,
  two,
  typed,
} from './two-people'

beforeAll(foundTwo, 60_000)

const first = { version: 1, revision: 1 }
const seenBy = (id: string, personId: string) => findRecord(id, personId, todayHere(noon))

describe('a record exists', () => {
  test('only when the employee wants it', async () => {
    await talk('c1')
    const body = await beginBody('c1', two())
    expect(await beginRecord(lea('c1'), body, noon)).toEqual({ ok: false, because: 'notYours' })
    expect(await rowsOf('c1')).toEqual([])
    expect((await beginRecord(eva('c1'), body, noon)).ok).toBe(true)
    expect(await rowsOf('c1')).toHaveLength(1)
  })

  test('for the two who talked and for nobody else, whatever their role', async () => {
    await begun('c2')
    expect((await seenBy('c2', 'eva'))?.standing).toBe('employee')
    expect((await seenBy('c2', 'lea'))?.standing).toBe('lead')
    for (const other of ['sam', 'hans', 'nobody']) expect(await seenBy('c2', other)).toBeUndefined()
    expect(await keyOf('c2', 'lea')).toBeDefined()
    const body = await beginBody('c2', two())
    expect(await beginRecord({ conversationId: 'c2', personId: 'sam' }, body, noon)).toMatchObject({
      ...{ because: 'noSuchRecord' },
    })
  })

  test('with a key for exactly these two', async () => {
    await talk('c3')
    const body = await beginBody('c3', two())
    const stranger = { ...body, wraps: [body.wraps[0]!, { ...body.wraps[1]!, personId: 'sam' }] }
    expect(await beginRecord(eva('c3'), stranger, noon)).toEqual({ ok: false, because: 'wrapsNotRight' })
  })
})

test('a record is not begun with a key for an own key that was replaced meanwhile', async () => {
  await talk('c13')
  const late = await beginBody('c13', two())
  await giveKey('lea')
  expect(await beginRecord(eva('c13'), late, noon)).toEqual({ ok: false, because: 'wrapsNotRight' })
  expect(await rowsOf('c13')).toEqual([])
  expect((await beginRecord(eva('c13'), await beginBody('c13', two()), noon)).ok).toBe(true)
  expect(await keyOf('c13', 'lea')).toBeDefined()
})

test('a record is begun only while there is time to agree to it', async () => {
  const onDay = (days: number) => new Date(Date.parse('2026-03-02T12:00:00Z') + days * 86_400_000)
  for (const days of [47, 58, 60, 90]) {
    await talk(`c14-${days}`)
    const body = await beginBody(`c14-${days}`, two())
    expect(await beginRecord(eva(`c14-${days}`), body, onDay(days))).toEqual({ ok: false, because: 'tooLate' })
  }
  await talk('c15')
  expect((await beginRecord(eva('c15'), await beginBody('c15', two()), onDay(46))).ok).toBe(true)
  const seen = await findRecord('c15', 'eva', '2026-04-17')
  expect(keptUntil(seen!.held)).toBe('2026-05-01')
})

describe('two who write at once', () => {
  test('lose nothing: whoever comes second is told, and reads the newer text', async () => {
    const of = await begun('c4')
    const both = await Promise.all([
      save(eva('c4'), of, first, typed('Wat Eva schrijft', 'Eva zelf')),
      save(lea('c4'), of, first, typed('Wat Lea schrijft')),
    ])
    expect(both.filter(one => one.ok)).toHaveLength(1)
    expect(both.find(one => !one.ok)).toEqual({ ok: false, because: 'changedMeanwhile' })
    const [row] = await rowsOf('c4')
    expect(row).toMatchObject({ version: 1, revision: 2 })
    expect((await openNewer(of, row!)).shared?.text).toMatch(/^Wat (Eva|Lea) schrijft$/)
  })

  test('do not keep what the other agreed to before a change', async () => {
    const of = await begun('c5')
    await agree(lea('c5'), 1, 1)
    expect((await rowsOf('c5'))[0]!.leadAgreedOn).toBe('2026-03-10')
    await save(eva('c5'), of, first, typed('Anders'))
    expect((await rowsOf('c5'))[0]).toMatchObject({ leadAgreedOn: null, employeeAgreedOn: null, revision: 2 })
    expect(await agree(eva('c5'), 1, 2)).toEqual({ ok: false, because: 'leadFirst' })
  })

  test('a lead cannot write the employee’s own words, nor wipe them by saving', async () => {
    const of = await begun('c6')
    await save(eva('c6'), of, first, typed('Samen', 'Van Eva'))
    const seen = { version: 1, revision: 2 }
    expect(await save(lea('c6'), of, seen, typed('Samen', 'Van Lea'))).toEqual({ ok: false, because: 'notYours' })
    await save(lea('c6'), of, seen, typed('Samen, beter'))
    expect((await openNewer(of, (await rowsOf('c6'))[0]!)).own).toBe('Van Eva')
  })
})

describe('agreeing', () => {
  test('fixes a version with the employee’s word, who comes last', async () => {
    const of = await begun('c7')
    await save(lea('c7'), of, first, typed('Klaar'))
    const seen = { version: 1, revision: 2 }
    expect(await agree(eva('c7'), 1, 2)).toEqual({ ok: false, because: 'leadFirst' })
    expect(await agree(lea('c7'), 1, 1)).toEqual({ ok: false, because: 'changedMeanwhile' })
    expect(await agree(lea('c7'), 1, 2)).toEqual({ ok: true, value: { ...seen, isFixed: false } })
    expect(await agree(eva('c7'), 1, 2)).toEqual({ ok: true, value: { ...seen, isFixed: true } })
    expect(await save(lea('c7'), of, seen, typed('Toch anders'))).toEqual({ ok: false, because: 'notNow' })
    expect(await agree(eva('c7'), 1, 2)).toMatchObject({ ok: true })
  })

  test('a newer version stands beside the agreed one until both agree to it; then the older is gone', async () => {
    const of = await agreed('c8', 'Eerst')
    await recordObjection(eva('c8'), await objectionBody(of, 'Niet helemaal'), noon)
    const next = await saveBody(of, { from: 1 }, typed('Later'))
    if (next.intent !== 'newVersion') throw new Error('not a new version')
    expect(await beginVersion(lea('c8'), next, noon)).toMatchObject({ ok: true, value: { version: 2, revision: 1 } })
    expect(await beginVersion(eva('c8'), next, noon)).toEqual({ ok: false, because: 'changedMeanwhile' })
    expect((await rowsOf('c8')).map(row => row.version)).toEqual([1, 2])
    await agree(lea('c8'), 2, 1)
    expect((await rowsOf('c8')).map(row => row.version)).toEqual([1, 2])
    await agree(eva('c8'), 2, 1)
    const rows = await rowsOf('c8')
    expect(rows.map(row => row.version)).toEqual([2])
    expect((await openNewer(of, rows[0]!)).shared?.text).toBe('Later')
    expect(rows[0]!.sealedObjection).not.toBeNull()
  })

  test('is counted once: with the last word on the first version', async () => {
    const of = await begun('c9')
    const counted: number[] = []
    const word = (by: ReturnType<typeof eva>, version: number, revision: number) =>
      recordAgreement(by, { version, revision }, noon, async () => counted.push(version))
    await word(lea('c9'), 1, 1)
    await word(eva('c9'), 1, 1)
    await word(eva('c9'), 1, 1)
    const next = await saveBody(of, { from: 1 }, typed('Later'))
    if (next.intent === 'newVersion') await beginVersion(eva('c9'), next, noon)
    await word(lea('c9'), 2, 1)
    await word(eva('c9'), 2, 1)
    expect(counted).toEqual([1])
  })

  test('cannot be finished when the lead left', async () => {
    await begun('c10')
    await transact(tx => tx.update(persons).set({ leftAt: noon }).where(eq(persons.id, 'lea')))
    expect(await agree(lea('c10'), 1, 1)).toEqual({ ok: false, because: 'leadLeft' })
    await transact(tx => tx.update(persons).set({ leftAt: null }).where(eq(persons.id, 'lea')))
  })
})

describe('withdrawing', () => {
  test('while the other approves leaves nothing, and approving brings nothing back', async () => {
    const of = await begun('c11')
    const [, approved] = await Promise.all([withdraw('c11', { id: 'eva' }, noon), agree(lea('c11'), 1, 1)])
    expect(approved.ok || approved.because === 'gone').toBe(true)
    for (const late of [
      await agree(lea('c11'), 1, 1),
      await agree(eva('c11'), 1, 1),
      await save(lea('c11'), of, first, typed('Nog even')),
      await beginRecord(eva('c11'), await beginBody('c11', two()), noon),
    ])
      expect(late).toEqual({ ok: false, because: 'gone' })
    expect(await rowsOf('c11')).toEqual([])
    for (const table of [keyWraps, accessLog])
      expect((await db.select().from(table)).filter(row => row.thingId === 'c11')).toEqual([])
    const [row] = await db.select().from(conversations).where(eq(conversations.id, 'c11'))
    expect(row).toMatchObject({ state: 'withdrawn', endedOn: '2026-03-10' })
  })

  test('is only for the employee', async () => {
    await begun('c12')
    expect(await withdraw('c12', { id: 'lea' }, noon)).toBe(false)
    expect(await rowsOf('c12')).toHaveLength(1)
  })
})
