import { randomUUID } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { eq } from 'drizzle-orm'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db, gateListeners } from '#db'
import { refuse } from '~/decision'
import { sendDue } from '~/gates/machine/deliveries.server'
import { listListeners, recordListener, removeListener, tellAgain } from '~/gates/machine/listeners.server'
import { sendMessage, whereabouts } from '~/gates/machine/sending.server'
import { listenerAddress, mayTell, mostTries, nextTry } from '~/gates/machine/telling'
import { inStep } from '~/gates/moving.server'
import { at, gateWith, opened, steppedBack, vetoed } from './machine-world'

type Heard = { headers: IncomingHttpHeaders; body: string }
let heard: Heard[] = []
let status = 204

const router = createServer(async (asked, answer) => {
  heard.push({ headers: asked.headers, body: await text(asked) })
  answer.writeHead(status, { location: '/elsewhere' }).end('secret words of the router')
})
const address = () => `http://127.0.0.1:${(router.address() as AddressInfo).port}/gate`

beforeAll(() => new Promise<void>(resolve => router.listen(0, '127.0.0.1', resolve)))
afterAll(() => void router.close())
beforeEach(() => {
  heard = []
  status = 204
})

/** A gate with somebody who listens, and has heard how it stood at the start. */
async function heardGate(steps = [{ openedOn: null as string | null }]) {
  const gate = await gateWith({ steps })
  const added = await recordListener(gate, { form: randomUUID(), address: address() }, at)
  if (!added.ok) throw new Error(added.because)
  await sendDue(at)
  heard = []
  return { gate, secret: added.value.secret }
}
/** After the first try, which happens right after a deed, on the clock of this machine. */
const later = (hours: number) => new Date(Date.now() + hours * 3_600_000)
const state = async (gate: string) => (await listListeners(gate))[0]!

test('a move is told at once: the signed answer, sealed with a secret that rests encrypted', async () => {
  const { gate, secret } = await heardGate()
  await opened(gate)
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  const [{ headers, body }] = heard as [Heard]
  const told = new Webhook(secret).verify(body, headers as Record<string, string>) as Record<string, unknown>
  expect(told).toMatchObject({ id: headers['webhook-id'], type: 'gate.moved', data: { id: gate, volumePct: 20 } })
  expect(
    Object.keys(told.data as object)
      .sort()
      .join(),
  ).toBe('expiresAt,id,ledgerSeq,reasons,signature,signedAt,state,volumePct')
  expect(() => new Webhook(secret).verify(body.replace('20', '80'), headers as never), 'control').toThrow()
  const [row] = await db.select().from(gateListeners).where(eq(gateListeners.gateId, gate))
  expect(Buffer.from(row!.sealedSecret).toString('latin1')).not.toContain(secret.slice(6))
  await vi.waitFor(async () => expect(await state(gate)).toMatchObject({ state: 'told', toldPct: 20 }))
})

test('a deed that is refused or falls tells nobody', async () => {
  const { gate } = await heardGate()
  await inStep({ gateId: gate, version: 1 }, at, async () => refuse('notJudged'))
  const fall = inStep({ gateId: gate, version: 1 }, at, async () => Promise.reject(new Error('x')))
  await expect(fall).rejects.toThrow('x')
  await sendDue(later(1))
  expect(heard).toEqual([])
  await opened(gate)
  await vi.waitFor(() => expect(heard, 'control').toHaveLength(1))
})

test('who was down for a day hears the newest, once, and nothing of what is old news', async () => {
  const { gate } = await heardGate()
  status = 503
  await opened(gate)
  await vi.waitFor(async () => expect(await state(gate)).toMatchObject({ state: 'failing' }))
  for (const hours of [1, 2, 3]) await sendDue(later(hours))
  await vetoed(gate)
  await vi.waitFor(async () => expect([heard.length, (await state(gate)).state]).toEqual([5, 'failing']))
  for (const hours of [4, 12, 23]) await sendDue(later(hours))
  expect(heard, 'it was tried all day').toHaveLength(8)
  heard = []
  status = 200
  await sendDue(later(24.1))
  await sendDue(later(25))
  expect(heard.map(({ body }) => JSON.parse(body).data.volumePct)).toEqual([0])
  expect(await state(gate)).toMatchObject({ state: 'told', toldPct: 0, nextAt: null })
})

test('it is tried for more than three days, at least every hour, and then somebody has to look', async () => {
  const tries = Array.from({ length: mostTries }, (_, failed) => failed + 1)
  const pauses = tries.map(failed => nextTry(failed, at).getTime() - at.getTime())
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other))
  expect(Math.max(...pauses)).toBe(3_600_000)
  expect(pauses.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(3 * 24 * 3_600_000)
  const { gate } = await heardGate()
  status = 500
  await opened(gate)
  await vi.waitFor(async () => expect(await state(gate)).toMatchObject({ state: 'failing' }))
  for (let hours = 1; hours <= 80; hours++) await sendDue(later(hours))
  expect(await state(gate)).toMatchObject({ state: 'givenUp', nextAt: null })
  heard = []
  status = 200
  await sendDue(later(200))
  expect(heard).toEqual([])
  await steppedBack(gate)
  await vi.waitFor(() => expect(heard, 'the next move is told').toHaveLength(1))
})

test('a message that is sent again has the same number; a redirect is no receipt and is not followed', async () => {
  const { gate } = await heardGate()
  status = 307
  await opened(gate)
  await vi.waitFor(async () => expect(await state(gate)).toMatchObject({ state: 'failing' }))
  await sendDue(later(2))
  expect(heard.map(({ headers }) => headers['webhook-id'])).toEqual([
    heard[0]!.headers['webhook-id'],
    expect.anything(),
  ])
  expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
})

test('the same form twice adds one; another gate cannot touch it; who is removed hears nothing', async () => {
  const gate = await gateWith()
  const other = await gateWith()
  const form = randomUUID()
  const twice = [1, 2].map(() => recordListener(gate, { form, address: address() }, at))
  const [one, two] = await Promise.all(twice)
  expect(one).toEqual(two)
  const [only, ...rest] = await listListeners(gate)
  expect(rest).toEqual([])
  expect(await recordListener(other, { form, address: address() }, at)).toMatchObject({ because: 'listenerChanged' })
  await removeListener(other, only!.id)
  expect(await listListeners(gate)).toHaveLength(1)
  await sendDue(at)
  heard = []
  await tellAgain(gate, only!.id, at)
  await sendDue(at)
  expect(heard).toHaveLength(1)
  await removeListener(gate, only!.id)
  await opened(gate)
  await sendDue(later(1))
  expect(heard).toHaveLength(1)
  expect(await recordListener('G-999', { form, address: address() }, at)).toMatchObject({ because: 'noSuchGate' })
})

test.each([
  ['169.254.169.254', 'forbidden'],
  ['[fe80::1]', 'forbidden'],
  ['[fd00:ec2::254]', 'forbidden'],
  ['[::ffff:169.254.169.254]', 'forbidden'],
  ['[64:ff9b::a9fe:a9fe]', 'forbidden'],
  ['0.0.0.0', 'forbidden'],
  ['127.0.0.9', 'here'],
  ['[::1]', 'here'],
  ['[::ffff:127.0.0.1]', 'here'],
  ['localhost', 'here'],
  ['10.1.2.3', 'private'],
  ['[fd12::1]', 'private'],
  ['192.0.2.7', 'public'],
  ['router.example.nl', undefined],
])('%s leads %s', (host, place) => expect(whereabouts(host)).toBe(place))

test.each([
  ['https://router.example.nl/gate#x', false, 'https://router.example.nl/gate'],
  ['https://10.1.2.3/gate', false, 'https://10.1.2.3/gate'],
  ['http://router.example.nl/gate', false, 'notHttps'],
  ['http://127.0.0.1:9000/', true, 'http://127.0.0.1:9000/'],
  ['http://192.0.2.7/', true, 'notHttps'],
  ['https://127.0.0.1/', false, 'addressForbidden'],
  ['https://2130706433/', false, 'addressForbidden'],
  ['https://169.254.169.254/latest', true, 'addressForbidden'],
  ['https://ada:pw@router.example.nl/', false, 'notAnAddress'],
  ['ftp://router.example.nl/', true, 'notAnAddress'],
  ['router', true, 'notAnAddress'],
])('%s (demo: %s) is %s', (text, isDemo, outcome) => {
  const decision = listenerAddress(text, whereabouts, isDemo)
  expect(decision.ok ? decision.value : decision.because).toBe(outcome)
})

test('a name is looked at when something is sent: one that leads here is not served, in the invented house it is', async () => {
  const named = address().replace('127.0.0.1', 'localhost')
  const message = { headers: {}, body: '{}' }
  expect(await sendMessage({ ...message, address: named, isDemo: false })).toBe(false)
  expect(await sendMessage({ ...message, address: address(), isDemo: false })).toBe(false)
  expect(heard).toEqual([])
  expect(await sendMessage({ ...message, address: named, isDemo: true }), 'control').toBe(true)
  expect(mayTell('https:', 'here', false)).toBe(false)
})
