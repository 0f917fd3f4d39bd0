import { eq } from 'drizzle-orm'
import { Webhook } from 'standardwebhooks'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import * as database from '#db'
import { gateMeters, gateSteps, measurements } from '#db'
import { receiveMeasurement } from '~/gates/measuring/door.server'
import { addMeter, listMeters, removeMeter } from '~/gates/measuring/meters.server'
import { recordMeasurements } from '~/gates/measuring/store.server'
import { openSecret, sealSecret } from '~/gates/secrets.server'
import { findGate } from '~/gates/store.server'
import { exportLog } from '~/ledger/served.server'
import { action } from '~/routes/gates.$gateId.measurements'
import { bodiesOf } from '../laws/hostile-bodies'
import { at, gateToMeasure, week } from './measuring-world'

vi.mock('#db', async original => {
  const real = await original<typeof database>()
  return { ...real, transact: vi.fn(real.transact) }
})
const waits = () => vi.mocked(database.transact).mock.calls.length

let gateId: string
let secret: string
const place = (version = 1) => ({ gateId, version })
const standing = () => database.db.select().from(measurements).where(eq(measurements.gateId, gateId))
const inLedger = async () => (await exportLog()).log.split('"gate.measured"').length - 1
const form = { way: 'form' as const, at }

beforeAll(async () => {
  gateId = await gateToMeasure()
  const added = await addMeter(gateId, 'Kwaliteitsmeting', at)
  if (!added.ok) throw new Error(added.because)
  secret = added.value.secret
})

describe('what is entered by hand or from a list', () => {
  test('stands with its entry in the ledger, all or nothing, once', async () => {
    const next = { ...week, fromOn: '2026-06-08', untilOn: '2026-06-14' }
    const late = { ...week, criterion: 2, untilOn: '2026-06-16' }
    expect(await recordMeasurements(place(), [week, next, late], form)).toEqual({ ok: false, because: 'inTheFuture' })
    expect(await standing()).toEqual([])
    expect(await recordMeasurements(place(), [week, next], form)).toEqual({ ok: true, value: 2 })
    expect(await recordMeasurements(place(), [week, next, week], form)).toEqual({ ok: true, value: 0 })
    const other = { ...next, valueMilli: 1 }
    expect(await recordMeasurements(place(), [other], form)).toMatchObject({ because: 'alreadyMeasured' })
    expect(await recordMeasurements(place(9), [week], form)).toMatchObject({ because: 'noSuchStep' })
    expect([(await standing()).length, await inLedger()]).toEqual([2, 2])
  })

  test('at the same moment from two hands counts once', async () => {
    const days = { ...week, criterion: 2, valueMilli: 4000 }
    const both = [1, 2].map(more => recordMeasurements(place(), [{ ...days, volume: more }], form))
    expect((await Promise.all(both)).map(({ ok }) => ok).sort()).toEqual([false, true])
  })
})

describe('a program', () => {
  const said = { step: 1, criterion: 2, from: '2026-06-08', until: '2026-06-09', value: 4.25, volume: 30 }
  let sent = 0
  type Wish = { id?: string; on?: Date; by?: string; to?: string; body?: string }
  function message(
    data: object,
    { id = `msg_${++sent}`, on = new Date(), by = secret, body = JSON.stringify(data) }: Wish,
  ) {
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(on.getTime() / 1000)),
      'webhook-signature': new Webhook(by).sign(id, on, body),
    }
    return new Request('http://localhost:3000/gates/x/measurements', { method: 'POST', headers, body })
  }
  const send = (data: object, wish: Wish = {}) => receiveMeasurement(message(data, wish), wish.to ?? gateId, at)

  test('is heard once, however often it sends the same message, and answered the same', async () => {
    const first = await send(said, { id: 'msg_again' })
    expect(first).toEqual({ ok: true, value: { gate: gateId, ...said } })
    const before = [waits(), (await standing()).length]
    expect(await send(said, { id: 'msg_again' })).toEqual(first)
    expect(await send(said)).toEqual(first)
    expect([waits(), (await standing()).length]).toEqual(before)
    expect(await send({ ...said, value: 4 }, { id: 'msg_again' })).toMatchObject({ because: 'messageReused' })
    expect(await send({ ...said, step: 2 }, { id: 'msg_again' })).toMatchObject({ because: 'noSuchStep' })
    const row = (await standing()).find(({ way }) => way === 'api')
    expect(row).toMatchObject({ valueMilli: 4250, version: 1 })
  })

  test('that cannot sign learns nothing, not even whether there is a gate', async () => {
    const other = await addMeter(await gateToMeasure(), 'Van een andere poort', at)
    const foreign = other.ok ? other.value.secret : ''
    const minutes = (n: number) => new Date(Date.now() + n * 60_000)
    const wrong: Wish[] = [{ by: foreign }, { on: minutes(-6) }, { on: minutes(6) }, { to: 'G-none' }, { id: 'a.b' }]
    for (const wish of wrong)
      expect(await send(said, wish), JSON.stringify(wish)).toMatchObject({ because: 'notSigned' })
    const bare = new Request('http://localhost', { method: 'POST', body: JSON.stringify(said) })
    expect(await receiveMeasurement(bare, gateId, at)).toMatchObject({ because: 'notSigned' })
  })

  test.each<[string, object, string]>([
    ['malformed', { ...said, extra: 1 }, 'malformed'],
    ['half a case', { ...said, volume: 0.5 }, 'malformed'],
    ['too fine a number', { ...said, value: 0.0001 }, 'malformed'],
    ['no day', { ...said, from: '2026-02-30' }, 'malformed'],
    ['another criterion', { ...said, criterion: 9 }, 'noSuchCriterion'],
    ['a percentage over a hundred', { ...said, criterion: 1, value: 101 }, 'valueOutOfRange'],
    ['days before', { ...said, from: '2026-05-01' }, 'beforeMeasuring'],
    ['days to come', { ...said, until: '2026-07-01' }, 'inTheFuture'],
    ['days that were measured', { ...said, volume: 31 }, 'alreadyMeasured'],
  ])('that sends %s is told so, and nobody waits for it', async (_what, data, because) => {
    const before = waits()
    expect(await send(data)).toMatchObject({ because })
    expect(waits()).toBe(before)
  })

  test('gets a code and a status at the door', async () => {
    const at = (data: object, wish: Wish = {}) => action({ request: message(data, wish), params: { gateId } } as never)
    const codeOf = async (answer: Response) => [answer.status, (await answer.json()).error?.code]
    expect(await codeOf(await at(said))).toEqual([200, undefined])
    expect(await codeOf(await at(said, { by: `whsec_${'A'.repeat(44)}` }))).toEqual([401, 'not_signed'])
    expect(await codeOf(await at(said, { body: 'x'.repeat(2049) }))).toEqual([413, 'too_large'])
    expect(await codeOf(await at(said, { body: '{' }))).toEqual([422, 'malformed'])
    expect(await codeOf(await at({ ...said, volume: 31 }))).toEqual([409, 'already_measured'])
  })

  test('may sign whatever it likes: it is refused in words', async () => {
    const bodies = (await bodiesOf(['step', 'value'])).filter(({ body }) => body.length <= 2048)
    expect(bodies.length).toBeGreaterThan(10)
    for (const { body } of bodies)
      expect(await send({}, { body: Buffer.from(body).toString() })).toMatchObject({ because: 'malformed' })
  })

  test('is no longer heard after its removal, and its secret is gone', async () => {
    const [meter] = await listMeters(gateId)
    const sealed = async () => (await database.db.select().from(gateMeters).where(eq(gateMeters.id, meter!.id)))[0]!
    expect(Buffer.from((await sealed()).sealedSecret).includes(secret.slice(6, 20))).toBe(false)
    expect(await addMeter(gateId, 'kwaliteitsMeting', at)).toMatchObject({ because: 'meterNameTaken' })
    expect(await removeMeter('G-other', meter!.id, at)).toMatchObject({ because: 'noSuchMeter' })
    expect(await removeMeter(gateId, meter!.id, at)).toMatchObject({ ok: true })
    expect(await removeMeter(gateId, meter!.id, at)).toMatchObject({ ok: true })
    expect(await send(said)).toMatchObject({ because: 'notSigned' })
    expect((await sealed()).sealedSecret.length).toBe(0)
    expect((await listMeters(gateId))[0]).toMatchObject({ removedOn: '2026-06-15' })
  })
})

test('after the group judged nothing is measured any more', async () => {
  await database.transact(tx =>
    tx.update(gateSteps).set({ judgedOn: '2026-06-15', isJudgedGood: false }).where(eq(gateSteps.gateId, gateId)),
  )
  const fresh = { ...week, criterion: 2, fromOn: '2026-06-11', untilOn: '2026-06-11' }
  expect(await recordMeasurements(place(), [fresh], form)).toMatchObject({ because: 'alreadyJudged' })
  expect((await findGate(gateId))!.steps[0]!.measurements).toHaveLength(4)
})

test('a sealed secret opens for what it belongs to; control: for nothing else, and not when it was touched', () => {
  const sealed = sealSecret('whsec_x', 'meter/M-1')
  expect(openSecret(sealed, 'meter/M-1')).toBe('whsec_x')
  expect(openSecret(sealed, 'meter/M-2')).toBeUndefined()
  expect(openSecret(Buffer.concat([sealed.subarray(0, -1), Buffer.from([1])]), 'meter/M-1')).toBeUndefined()
})
