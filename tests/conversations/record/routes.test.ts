import type { LoaderFunctionArgs } from '@remix-run/node'
import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { accessLog, conversations, db } from '#db'
import { beginBody, rewrapBody, saveBody, shareBody } from '~/conversations/record/bodies.client'
import { openNewer } from '~/conversations/record/opening.client'
import { shareRecord } from '~/conversations/record/sharing.server'
import type { Newer } from '~/conversations/record/shown'
import { todayHere } from '~/conversations/record/store.server'
import * as page from '~/routes/app.one-to-ones.$conversationId_.record'
import * as save from '~/routes/app.one-to-ones.$conversationId_.save'
import * as withdrawal from '~/routes/app.one-to-ones.$conversationId_.withdraw'
import { answerOf, asPersonIn } from '../../people/cast'
import { agreed, begun, eva, foundTwo, keyOf, keys, rowsOf, talk, two, typed } from './two-people'

beforeAll(foundTwo, 60_000)

type Deed = (args: LoaderFunctionArgs) => unknown
const at = (id: string, part: string) => `/app/one-to-ones/${id}/${part}`
const args = (request: Request, conversationId: string) =>
  ({ request, params: { conversationId }, context: {} }) as unknown as LoaderFunctionArgs

async function read(id: string, personId: string, loader: Deed = page.loader as Deed) {
  return (await answerOf(async () => loader(args(await asPersonIn(personId, at(id, 'record')), id)))) as
    | Response
    | Awaited<ReturnType<typeof page.loader>>
}

type Said = { error: { code: string; message: string }; newer: Newer }

async function send(id: string, personId: string, body: unknown): Promise<{ status: number; said: Said }> {
  const headers = { 'content-type': 'application/json' }
  const request = await asPersonIn(personId, at(id, 'save'), { method: 'POST', headers, body: JSON.stringify(body) })
  const answer = (await save.action(args(request, id))) as Response
  return { status: answer.status, said: await answer.json() }
}

const status = (answer: unknown) => (answer instanceof Response ? answer.status : 200)

describe('the page of a record', () => {
  test('is there for the two who talked, and 404 for a successor, HR and everybody else', async () => {
    await begun('p1')
    expect(status(await read('p1', 'eva'))).toBe(200)
    expect(status(await read('p1', 'lea'))).toBe(200)
    for (const other of ['sam', 'hans']) {
      expect(status(await read('p1', other))).toBe(404)
      expect(status(await read('p1', other, withdrawal.loader as Deed))).toBe(404)
    }
    expect(status(await read('p1', 'lea', withdrawal.loader as Deed))).toBe(404)
    expect(status(await read('nothing', 'eva'))).toBe(404)
  })

  test('writes down that it was read, once an hour', async () => {
    await begun('p2')
    await read('p2', 'lea')
    await read('p2', 'lea')
    const reads = (await db.select().from(accessLog)).filter(one => one.thingId === 'p2' && one.deed === 'read')
    expect(reads.map(one => one.actorId)).toEqual(['lea'])
  })

  test('shows the employee whom it is shared with, and the lead not', async () => {
    const of = await agreed('p3')
    const body = await shareBody(of, { personId: 'hans', publicKey: keys.hans!.publicKey }, '2099-01-01')
    const until = { ...body, endsOn: new Date().toISOString().slice(0, 10) }
    await shareRecord(eva('p3'), until, new Date('2026-03-10T12:00:00Z'))
    const readersOf = async (personId: string) => {
      const shown = await read('p3', personId)
      return shown instanceof Response ? [] : shown.record?.readers.map(one => one.id)
    }
    const isShared = (await readersOf('eva'))?.includes('hans')
    expect(await readersOf('lea')).toEqual(['eva', 'lea'])
    if (isShared) expect(await readersOf('hans')).toEqual(['eva', 'lea', 'hans'])
  })
})

test('a share is ended by a form, by the employee only', async () => {
  await agreed('p4')
  const end = async (personId: string) => {
    const init = { method: 'POST', body: new URLSearchParams({ personId: 'hans' }) }
    return status(
      await answerOf(async () => page.action(args(await asPersonIn(personId, at('p4', 'record'), init), 'p4'))),
    )
  }
  expect([await end('eva'), await end('lea'), await end('sam')]).toEqual([302, 403, 404])
})

describe('the door of a record', () => {
  test('begins, saves, and answers a late save with the newer text', async () => {
    await talk('d1', todayHere(new Date()))
    expect(await send('d1', 'eva', await beginBody('d1', two()))).toMatchObject({ status: 200 })
    const of = (await keyOf('d1', 'lea'))!
    const base = { version: 1, revision: 1 }
    expect((await send('d1', 'lea', await saveBody(of, base, typed('Van Lea')))).status).toBe(200)
    const late = await send('d1', 'eva', await saveBody(of, base, typed('Van Eva', 'En dit')))
    expect(late.status).toBe(409)
    expect(late.said.error.code).toBe('changedMeanwhile')
    expect(late.said.error.message.length).toBeGreaterThan(10)
    expect((await openNewer(of, late.said.newer)).shared?.text).toBe('Van Lea')
    const { version, revision } = late.said.newer
    const merged = await saveBody(of, { version, revision }, typed('Van Lea en Eva', 'En dit'))
    expect((await send('d1', 'eva', merged)).status).toBe(200)
  })

  test('writes down that a late save was answered with the text, and nothing where none was given', async () => {
    const of = await begun('d6')
    await send('d6', 'eva', await saveBody(of, { version: 1, revision: 1 }, typed('Van Eva')))
    const late = await saveBody(of, { version: 1, revision: 1 }, typed('Te laat'))
    expect(
      (await send('d6', 'lea', { ...(await rewrapBody(of, two()[0]!)), personId: 'hans' })).status,
    ).toBeGreaterThan(399)
    const reads = () => db.$count(accessLog, and(eq(accessLog.thingId, 'd6'), eq(accessLog.deed, 'read')))
    expect(await reads()).toBe(0)
    expect((await send('d6', 'lea', late)).said.newer.sealedShared).toBeTruthy()
    expect(await reads()).toBe(1)
  })

  test('answers 410 to whoever approves or saves what is withdrawn, and the page says since when', async () => {
    const of = await begun('d2')
    const form = await asPersonIn('eva', at('d2', 'withdraw'), { method: 'POST', body: new URLSearchParams() })
    const done = (await answerOf(() => withdrawal.action(args(form, 'd2')))) as Response
    expect(done.status).toBe(302)
    const agree = { intent: 'agree', version: 1, revision: 1 }
    const saved = await saveBody(of, { version: 1, revision: 1 }, typed('Nog iets'))
    expect((await send('d2', 'lea', agree)).status).toBe(410)
    expect((await send('d2', 'lea', saved)).status).toBe(410)
    expect(await rowsOf('d2')).toEqual([])
    const shown = await read('d2', 'lea')
    expect(shown instanceof Response || shown.gone).toMatchObject({ state: 'withdrawn', isMine: false })
    const again = await asPersonIn('eva', at('d2', 'withdraw'), { method: 'POST', body: new URLSearchParams() })
    expect(((await answerOf(() => withdrawal.action(args(again, 'd2')))) as Response).status).toBe(302)
  })

  test('a lead cannot withdraw, and strangers find nothing to do', async () => {
    await begun('d3')
    const form = await asPersonIn('lea', at('d3', 'withdraw'), { method: 'POST', body: new URLSearchParams() })
    expect(status(await answerOf(() => withdrawal.action(args(form, 'd3'))))).toBe(404)
    const agree = { intent: 'agree', version: 1, revision: 1 }
    for (const other of ['sam', 'hans']) expect((await send('d3', other, agree)).status).toBe(404)
    expect((await send('d3', 'lea', { ...agree, intent: 'withdraw' })).status).toBe(400)
    expect((await send('d3', 'lea', { intent: 'object', sealedObjection: 'abc' })).status).toBe(403)
    expect(await rowsOf('d3')).toHaveLength(1)
  })

  test('gives the public key of the other and of whom it may be shared with, and of nobody else', async () => {
    await agreed('d4')
    const ask = async (personId: string, of: string) =>
      ((await save.loader(args(await asPersonIn(personId, `${at('d4', 'save')}?of=${of}`), 'd4'))) as Response).status
    expect(await ask('eva', 'hans')).toBe(200)
    expect(await ask('lea', 'eva')).toBe(200)
    for (const [who, of] of [
      ['lea', 'hans'],
      ['eva', 'nobody'],
      ['sam', 'eva'],
      ['hans', 'eva'],
    ])
      expect(await ask(who!, of!)).toBe(404)
  })

  test('counts a talk with the last word, and no second time', async () => {
    await begun('d5')
    for (const who of ['lea', 'eva', 'eva'])
      expect((await send('d5', who, { intent: 'agree', version: 1, revision: 1 })).status).toBe(200)
    const [row] = await db.select().from(conversations).where(eq(conversations.id, 'd5'))
    expect(row?.isCounted).toBe(true)
  })
})
