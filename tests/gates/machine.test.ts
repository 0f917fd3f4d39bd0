import { generateKeyPairSync, verify } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { db, gateSteps, ledgerEdge, migrate, transact } from '#db'
import { canonical } from '~/ballot-box/canonical'
import { answerOf, answerSeconds, reasonsOf, signedText } from '~/gates/machine/answer'
import { answerFor, longestKept } from '~/gates/machine/cache.server'
import { gateFile } from '~/gates/machine/served.server'
import { signAnswer } from '~/gates/machine/signing.server'
import { checkpointBody, rotationText, signedNote, verifierKey } from '~/ledger/note'
import { rotateKey } from '~/ledger/store.server'
import { answerAtGateDoor, gateAsked } from '../../scripts/web/gate-door'
import { at, gateWith, opened, steppedBack, vetoed } from './machine-world'

const said = async (id: string) => JSON.parse((await answerFor(id))!)

/** The key by which anybody checks: as the ledger prints it. */
async function printedKey() {
  const [edge] = await db.select().from(ledgerEdge)
  return edge!.key
}
const publicKeyOf = (printed: string) => {
  const x = Buffer.from(printed.split('+').slice(2).join('+'), 'base64').subarray(1).toString('base64url')
  return { key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' as const }
}
const isSigned = ({ signature, ...answer }: { signature: string }, printed: string) =>
  verify(null, Buffer.from(canonical(answer)), publicKeyOf(printed), Buffer.from(signature, 'base64'))

beforeAll(() => migrate())

describe('what a gate says', () => {
  test('blocked before it is opened, then open to its share, signed by the key in the ledger', async () => {
    const id = await gateWith()
    expect(await said(id)).toMatchObject({ id, state: 'blocked', volumePct: 0, reasons: ['notOpened'] })
    await opened(id)
    const answer = await said(id)
    expect(answer).toMatchObject({ id, state: 'open', volumePct: 20, reasons: [] })
    expect(Date.parse(answer.expiresAt) - Date.parse(answer.signedAt)).toBe(answerSeconds * 1000)
    expect(isSigned(answer, await printedKey())).toBe(true)
    expect(isSigned({ ...answer, volumePct: 80 }, await printedKey()), 'control').toBe(false)
    const stranger = verifierKey({ name: 'x', key: generateKeyPairSync('ed25519').privateKey })
    expect(isSigned(answer, stranger), 'control').toBe(false)
  })

  test('its reasons are of the step that comes next, and a veto takes an open step back', async () => {
    const id = await gateWith({ steps: [{ openedOn: '2026-06-01' }, { pct: 60, keys: ['workgroup'] }] })
    expect(await said(id)).toMatchObject({ volumePct: 20, reasons: ['formalKeyMissing'] })
    await vetoed(id)
    expect(await said(id)).toMatchObject({ state: 'blocked', volumePct: 0, reasons: ['vetoStands'] })
    expect(reasonsOf({ kind: 'pilotStart', phase: 'prototype', steps: [] })).toEqual(['noStep'])
  })

  test('it follows the ledger: later answers never name an earlier entry, and a new key signs from then on', async () => {
    const id = await gateWith()
    const before = await said(id)
    await transact(tx => rotateKey(tx, at))
    await opened(id)
    const after = await said(id)
    expect(after.ledgerSeq).toBeGreaterThan(before.ledgerSeq)
    expect(isSigned(after, await printedKey())).toBe(true)
    expect(isSigned(before, await printedKey()), 'control: the old key is not the new one').toBe(false)
  })
})

describe('how long an answer is kept', () => {
  test('many ask and one signature serves them, but never beyond a deed of this process', async () => {
    const id = await gateWith()
    const [one, other] = await Promise.all([answerFor(id), answerFor(id)])
    expect(one).toBe(other)
    await opened(id)
    expect(await said(id)).toMatchObject({ volumePct: 20 })
    await vetoed(id)
    expect(await said(id)).toMatchObject({ volumePct: 0 })
  })

  test('a reading that began before a veto is not kept after it', async () => {
    const id = await gateWith({ steps: [{ openedOn: '2026-06-01' }] })
    const begun = answerFor(id)
    await vetoed(id)
    await begun
    expect(await said(id)).toMatchObject({ volumePct: 0 })
  })

  test('what another process does is unseen for a second at most', async () => {
    const id = await gateWith({ steps: [{ openedOn: '2026-06-01' }] })
    const clock = vi.spyOn(performance, 'now').mockReturnValue(1000)
    expect(await said(id)).toMatchObject({ volumePct: 20 })
    // As another process writes: past everything this one could notice.
    await transact(async tx => {
      await tx.update(gateSteps).set({ openedOn: null }).where(eq(gateSteps.gateId, id))
    })
    clock.mockReturnValue(1000 + longestKept - 1)
    expect((await said(id)).volumePct, 'control: it is kept until then').toBe(20)
    clock.mockReturnValue(1000 + longestKept)
    expect(await said(id)).toMatchObject({ volumePct: 0 })
    clock.mockRestore()
  })

  test('stepping back is obeyed at once', async () => {
    const id = await gateWith({ steps: [{ openedOn: '2026-06-01' }] })
    await said(id)
    await steppedBack(id)
    expect(await said(id)).toMatchObject({ state: 'blocked', reasons: ['notOpened'] })
  })
})

describe('what the one key signs', () => {
  const words = fc.string({ unit: 'binary' })
  const anyAnswer = fc.record(
    { id: words, reasons: fc.array(words), ledgerSeq: fc.nat(), signedAt: words },
    { noNullPrototype: true },
  )

  test('an answer is one line, whatever is in it; a checkpoint and a change of keys never are', () => {
    fc.assert(fc.property(anyAnswer, answer => !signedText(answer as never).includes('\n')))
    const others = [checkpointBody({ name: '{"a":1}', size: 1, root: Buffer.alloc(32) }), rotationText('a', 1, 'k')]
    for (const text of others) expect(text).toContain('\n')
    const { privateKey } = generateKeyPairSync('ed25519')
    expect(signedNote(others[0]!, { name: 'a', key: privateKey })).toContain(others[0])
  })

  test('control: a spelling over several lines would be found', () => {
    const spread = (answer: unknown) => JSON.stringify(answer, null, 1)
    expect(fc.check(fc.property(anyAnswer, answer => !spread(answer).includes('\n'))).failed).toBe(true)
  })

  test('an answer says the instant before it was read, not after', async () => {
    const id = await gateWith()
    expect(await signAnswer(id, at)).toMatchObject({ signedAt: at.toISOString() })
    const gate = { id, kind: 'pilotStart' as const, phase: 'prototype' as const, steps: [] }
    expect(answerOf(gate, 7, at)).toMatchObject({ ledgerSeq: 7, expiresAt: '2026-06-15T10:01:00.000Z' })
  })
})

describe('the door', () => {
  const faults: string[] = []
  const server = createServer((request, response) => {
    const id = gateAsked(request)
    if (!id) return response.writeHead(418).end()
    const door = id === 'falls' ? () => Promise.reject(new Error('x')) : gateFile
    return answerAtGateDoor(door, id, { request, response, onFault: (_fault, reference) => faults.push(reference) })
  })
  beforeAll(() => new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => void server.close())
  const ask = (path: string, method = 'GET') =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { method })

  test('serves the very bytes, to be kept by nobody on the way', async () => {
    const id = await gateWith()
    const answer = await ask(`/gates/${id}.json`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json'])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const text = await answer.text()
    expect(canonical(JSON.parse(text))).toBe(text)
    const head = await ask(`/gates/${id}.json`, 'HEAD')
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(Buffer.byteLength(text))])
    expect(await head.text()).toBe('')
  })

  test('says so when there is no such gate, keeps to its own addresses, and a fault is no answer', async () => {
    const nothing = await ask('/gates/G-999.json')
    expect([nothing.status, await nothing.json()]).toMatchObject([404, { error: { code: 'no_such_gate' } }])
    for (const path of ['/gates/G-1', '/gates/G-1.json?x', '/gates/a/b.json', '/gates/%47-1.json'])
      expect((await ask(path)).status).toBe(418)
    expect((await ask('/gates/G-1.json', 'POST')).status).toBe(418)
    const fault = await ask('/gates/falls.json')
    expect([fault.status, faults.length]).toEqual([500, 1])
    expect(await fault.text()).toContain(faults[0])
  })

  test('the page behind it says the same', async () => {
    const id = await gateWith()
    const { loader } = await import('~/routes/gates.$gateId[.json]')
    const answer = await loader({ params: { gateId: id } } as never)
    expect(await answer.json()).toMatchObject({ id, state: 'blocked' })
  })
})
