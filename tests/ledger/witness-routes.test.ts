import type { LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db, ledgerWitnesses, rounds, transact } from '#db'
import { bodyOf, cosignatureLine, keyTypes, verifierKey } from '~/ledger/note'
import { exportLog } from '~/ledger/served.server'
import { addWitness, append, openLedger } from '~/ledger/store.server'
import { cosigningFacts } from '~/ledger/witnesses/overview.server'
import * as list from '~/routes/app.witnesses._index'
import * as cosignPage from '~/routes/app.witnesses.cosign'
import * as making from '~/routes/app.witnesses.new'
import * as proposal from '~/routes/app.witnesses.proposals.$proposalId'
import * as removing from '~/routes/app.witnesses.remove.$addedSeq'
import * as cosignatures from '~/routes/ledger.cosignatures'
import * as program from '~/routes/ledger.witness[.mjs]'
import { verify } from '../../app/ledger/verify.mjs'
import { answerOf, asPersonIn, formPost, foundOrganisation, hire } from '../people/cast'
import { signer } from './log-builder'

type Deed = (args: LoaderFunctionArgs) => unknown
const enter = (deed: Deed, request: Request, params = {}) =>
  answerOf(async () => deed({ request, params, context: {} } as never))
const send = async (deed: Deed, person: string, values: Record<string, string>, params = {}) =>
  enter(deed, await asPersonIn(person, '/app/witnesses', formPost(values)), params)
const see = async (deed: Deed, person: string, params = {}) =>
  (await enter(deed, await asPersonIn(person, '/app/witnesses'), params)) as Record<string, never>

const anna = signer('or.voorbeeld.nl/anna')
const bo = signer('vakbond.voorbeeld.nl/bo')
const keyOf = (one: typeof anna) => verifierKey(one, keyTypes.witness)
const propose = async (one: typeof anna, of = 'worksCouncil') => {
  const answer = (await send(making.action, 'raadslid', { key: keyOf(one), of })) as Response
  return answer.headers.get('Location')!.split('/').at(-1)!
}
const step = (person: string, id: string, deed: string) => send(proposal.action, person, { deed }, { proposalId: id })
const present = async () => (await db.select().from(ledgerWitnesses)).filter(one => one.removedSeq === null)
const enterSomething = () => transact(tx => append(tx, { type: 'client.released', data: { files: [] } }, new Date()))

beforeAll(async () => {
  await foundOrganisation()
  await openLedger(new Date())
  await hire('raadslid@voorbeeld.nl', ['worksCouncil'])
  await hire('beheerder@voorbeeld.nl', ['platformAdmin'])
  await hire('beide@voorbeeld.nl', ['platformAdmin', 'worksCouncil'])
})

describe('from a key to a witness', () => {
  test('what is not the key of a witness is not proposed, and what was typed comes back', async () => {
    for (const key of ['', 'or/a', verifierKey(anna), keyOf(anna).replace('anna', 'anne')]) {
      const answer = await send(making.action, 'raadslid', { key, of: 'union' })
      expect(answer).toMatchObject({ data: { failed: { values: { key, of: 'union' } } }, init: { status: 422 } })
    }
    expect(await send(making.action, 'raadslid', { key: keyOf(anna), of: 'boss' })).toMatchObject({
      init: { status: 422 },
    })
  })

  test('sent twice it is one proposal; another key under the same name is refused', async () => {
    const [first, second] = [await propose(anna), await propose(anna)]
    expect(second).toBe(first)
    const other = verifierKey(signer(anna.name), keyTypes.witness)
    expect(await send(making.action, 'raadslid', { key: other, of: 'other' })).toMatchObject({
      data: { refused: 'nameTaken', typed: { key: other } },
      init: { status: 409 },
    })
  })

  test('only registering and then confirming, by two people, enters a witness in the ledger', async () => {
    const id = await propose(anna)
    expect((await see(list.loader, 'beheerder')).next).toEqual({ kind: 'register', id, name: anna.name })
    expect(await step('raadslid', id, 'confirm')).toMatchObject({ data: { refused: 'notNow' } })
    expect(await step('raadslid', id, 'register')).toMatchObject({ data: { refused: 'notYourDeed' } })
    expect(await step('beide', id, 'register')).toMatchObject({ status: 302 })
    expect(await step('beide', id, 'confirm')).toMatchObject({ data: { refused: 'sameHands' }, init: { status: 409 } })
    expect(await step('beheerder', id, 'confirm')).toMatchObject({ data: { refused: 'notYourDeed' } })
    expect(await present()).toEqual([])
    expect((await see(proposal.loader, 'raadslid', { proposalId: id })).deeds).toEqual(['confirm', 'refuse'])
    expect(await step('raadslid', id, 'confirm')).toMatchObject({ status: 302 })
    expect((await present()).map(one => one.key)).toEqual([keyOf(anna)])
    expect(await step('raadslid', id, 'confirm')).toMatchObject({ data: { refused: 'notNow' } })
    expect((await exportLog()).log).toContain('"type":"witness.added"')
  })

  test('ten people confirming at once make one witness', async () => {
    const id = await propose(bo, 'union')
    await step('beheerder', id, 'register')
    const answers = await Promise.all(Array.from({ length: 10 }, () => step('raadslid', id, 'confirm')))
    expect(answers.filter(answer => (answer as Response).status === 302)).toHaveLength(1)
    expect(await present()).toHaveLength(2)
  })

  test('a refused key never becomes a witness, and its name is free again', async () => {
    const id = await propose(signer('or.voorbeeld.nl/carla'))
    expect(await step('beheerder', id, 'refuse')).toMatchObject({ status: 302 })
    expect(await step('beheerder', id, 'register')).toMatchObject({ data: { refused: 'notNow' } })
    expect(await propose(signer('or.voorbeeld.nl/carla'))).not.toBe(id)
    expect(await step('raadslid', 'unknown', 'confirm')).toMatchObject({ status: 404 })
  })
})

describe('a cosignature', () => {
  const post = (body: string) =>
    enter(
      cosignatures.action,
      new Request('http://localhost:3000/ledger/cosignatures', { method: 'POST', body }),
    ) as Promise<Response>
  const sendLine = async (by: typeof anna, seconds = 0, size?: number) => {
    const { checkpoint } = await exportLog()
    const line = cosignatureLine(bodyOf(checkpoint), by, new Date(Date.now() + seconds * 1000))
    const answer = await post(JSON.stringify({ size: size ?? Number(checkpoint.split('\n')[1]), line }))
    const said = (await answer.json()) as { error?: { code: string; message: string } }
    return [answer.status, said.error?.code] as const
  }

  test('is refused with a code and a sentence', async () => {
    for (const body of ['', '{}', '[1]', '{"size":1,"line":5}', '{"size":0,"line":""}'])
      expect(await (await post(body)).json()).toMatchObject({
        error: { code: 'malformed', message: expect.any(String) },
      })
    expect((await post('x'.repeat(5000))).status).toBe(413)
    expect(await sendLine(signer('or.voorbeeld.nl/niemand'))).toEqual([403, 'unknown_witness'])
    expect(await sendLine({ ...signer('x'), name: anna.name })).toEqual([403, 'unknown_witness'])
    expect(await sendLine(anna, 0, 9999)).toEqual([404, 'unknown_checkpoint'])
    expect(await sendLine(anna, 3600)).toEqual([422, 'wrong_time'])
    expect(await sendLine(anna, -2 * 86_400)).toEqual([422, 'wrong_time'])
    expect(await sendLine(anna, 0, 1)).toEqual([403, 'unknown_witness'])
    const { checkpoint } = await exportLog()
    const line = cosignatureLine(`${bodyOf(checkpoint)}x`, anna, new Date())
    const wrong = await post(JSON.stringify({ size: Number(checkpoint.split('\n')[1]), line }))
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { error: { code: 'wrong_signature' } }])
  })

  test('is kept once, and the verifier sees it', async () => {
    expect((await cosigningFacts()).waiting).toBeGreaterThan(0)
    expect(await sendLine(anna)).toEqual([201, undefined])
    expect(await sendLine(anna)).toEqual([409, 'already_signed'])
    expect(await sendLine(bo)).toEqual([201, undefined])
    const found = await verify(await exportLog(), { now: Date.now() / 1000 })
    expect([found.problems, found.covered]).toEqual([[], found.size])
    expect(await cosigningFacts()).toMatchObject({ witnesses: 2, waiting: 0, waitingSince: null })
  })

  test('on an older checkpoint than was cosigned is refused: it would look like a late one for ever', async () => {
    await enterSomething()
    const before = (await exportLog()).checkpoint
    await enterSomething()
    expect(await sendLine(anna)).toEqual([201, undefined])
    const line = cosignatureLine(bodyOf(before), bo, new Date())
    const answer = await post(JSON.stringify({ size: Number(before.split('\n')[1]), line }))
    expect([answer.status, await answer.json()]).toMatchObject([409, { error: { code: 'older_checkpoint' } }])
  })

  test('nothing is read there, and the program is served as it is', async () => {
    expect(cosignatures.loader().status).toBe(405)
    expect(await program.loader().text()).toContain("from './verify.mjs'")
  })
})

describe('the end of a witness', () => {
  test('is entered by the works council; its key signs no more', async () => {
    const [first] = await present()
    const params = { addedSeq: String(first!.addedSeq) }
    expect((await see(removing.loader, 'raadslid', params)).blocked).toBeUndefined()
    expect(await send(removing.action, 'beheerder', {}, params)).toMatchObject({ status: 403 })
    expect(await send(removing.action, 'raadslid', {}, params)).toMatchObject({ status: 302 })
    expect(await send(removing.action, 'raadslid', {}, params)).toMatchObject({ data: { refused: 'noSuchWitness' } })
    expect(await see(removing.loader, 'raadslid', params)).toMatchObject({ status: 404 })
    expect(await see(cosignPage.loader, 'raadslid')).toMatchObject({
      keys: [keyOf(bo)],
      signedBefore: { [keyOf(bo)]: 1 },
    })
    expect((await verify(await exportLog(), { now: Date.now() / 1000 })).problems).toEqual([])
  })

  const ending = (addedSeq: number) => send(removing.action, 'raadslid', {}, { addedSeq: String(addedSeq) })

  test('is refused for the last one, and the page says so before anybody presses', async () => {
    const [last] = await present()
    const params = { addedSeq: String(last!.addedSeq) }
    expect(await see(removing.loader, 'raadslid', params)).toMatchObject({ blocked: 'lastWitness' })
    const refused = { data: { refused: 'lastWitness' }, init: { status: 409 } }
    expect(await ending(last!.addedSeq)).toMatchObject(refused)
    expect(await present()).toHaveLength(1)
  })

  test('ten times at once leaves one, and none goes while a round waits', async () => {
    await transact(tx => addWitness(tx, { name: anna.name, key: keyOf(anna), of: 'worksCouncil' }, new Date()))
    const both = await present()
    const openedSeq = await enterSomething()
    const days = { issuingFrom: '2026-11-17', opensOn: '2026-11-20', closesOn: '2026-11-27' }
    const row = { id: 'R9', number: 9, withPilotItem: false, state: 'issuing' as const, ...days, openedSeq }
    await transact(tx => tx.insert(rounds).values(row))
    expect(await ending(both[0]!.addedSeq)).toMatchObject({ data: { refused: 'roundWaits' } })
    expect(await present()).toHaveLength(2)
    await transact(tx => tx.delete(rounds).where(eq(rounds.id, 'R9')))
    const answers = await Promise.all([...both, ...both, ...both, ...both, ...both].map(one => ending(one.addedSeq)))
    expect(answers.filter(answer => (answer as Response).status === 302)).toHaveLength(1)
    expect(await present()).toHaveLength(1)
  })
})
