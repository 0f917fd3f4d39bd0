import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db, ledgerEntries, ledgerOpenings } from '#db'
import { largestFileBytes } from '~/promises/evidence/kinds'
import type { SealedFile } from '~/promises/evidence/sealing.server'
import { recordPromise } from '~/promises/store.server'
import * as adding from '~/routes/app.promises.$promiseId.evidence'
import * as inside from '~/routes/app.promises.$promiseId.evidence_.$hash'
import * as served from '~/routes/promises.$promiseId_.evidence.$hash'
import { ask, openWebHouse, type WebHouse } from '../laws/web-house'
import { answerOf, asPersonIn, foundOrganisation, hire } from '../people/cast'
import { csv, pdf, phonePhoto } from './evidence-files'

const said = {
  ...{ text: 'Iedereen krijgt training', why: 'Dat vroegen jullie.', ownerRole: 'executive' as const, ownerName: '' },
  ...{ madeOn: '2026-03-02', dueOn: '2026-12-31', scope: 'Alle teams', exclusions: 'geen', measure: '8 uur' },
}
type Looked = { note: string; link: string; file?: SealedFile }
type Answer = { data: { looked?: Looked; refused?: string; failed?: object }; init?: { status: number } }
let house: WebHouse

beforeAll(async () => {
  await foundOrganisation()
  await hire('directeur@voorbeeld.nl', ['executive'])
  await hire('raadslid@voorbeeld.nl', ['worksCouncil'])
  await hire('medewerker@voorbeeld.nl')
  for (const text of ['Een', 'Twee'])
    await recordPromise({ ...said, text }, { roles: ['executive'] }, new Date('2026-03-02T10:00:00Z'))
  house = await openWebHouse(async request => {
    const [, , promiseId, , hash] = new URL(request.url).pathname.split('/')
    if (request.method === 'GET') return (await fetchFile(promiseId!, hash!)) as Response
    return new Response(`${(await request.arrayBuffer()).byteLength}`)
  })
})
afterAll(() => house.close())

type Sent = Record<string, string | File>
/** Sends the form as a browser without JavaScript does: a field for a file is always sent. */
async function send(person: string, values: Sent): Promise<Answer & Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries({ file: new File([], ''), ...values })) body.append(name, value)
  const request = await asPersonIn(person, '/app/promises/P-1/evidence', { method: 'POST', body })
  return answerOf(async () => adding.action({ request, params: { promiseId: 'P-1' }, context: {} as never })) as never
}
const fileOf = (bytes: Uint8Array, name: string) => new File([bytes as Uint8Array<ArrayBuffer>], name)
const sealedFields = ({ name, kind, content, seal }: SealedFile) => ({ name, kind, content, seal })
async function publish(bytes: Uint8Array, name: string): Promise<SealedFile> {
  const { looked } = (await send('raadslid', { note: 'Zie het bestand', file: fileOf(bytes, name) })).data
  const answer = await send('raadslid', { note: looked!.note, ...sealedFields(looked!.file!), step: 'publish' })
  expect(answer.status).toBe(302)
  return looked!.file!
}
const asked = (path: string, init?: RequestInit) => new Request(`http://localhost:3000${path}`, init)
const fetchFile = (promiseId: string, hash: string, init?: RequestInit) => {
  const request = asked(`/promises/${promiseId}/evidence/${hash}`, init)
  return answerOf(async () =>
    served.loader({ request, params: { promiseId, hash }, context: {} as never }),
  ) as Promise<Response>
}

test('words and a link alone are shown first and published after; both stand in the ledger under one commitment', async () => {
  const said = { note: ' 0 ontslagen\r\nop 1 maart ', link: 'https://voorbeeld.nl/uren' }
  const { looked } = (await send('directeur', said)).data
  expect(looked).toEqual({ note: '0 ontslagen\nop 1 maart', link: said.link, file: undefined })
  expect((await send('directeur', { ...said, step: 'publish' })).status).toBe(302)
  const openings = await db.select().from(ledgerOpenings)
  expect(openings.at(-1)).toMatchObject({ key: 'note', text: `0 ontslagen\nop 1 maart\n${said.link}` })
})

test.each([
  ['http://voorbeeld.nl'],
  ['javascript:alert(1)'],
  ['https://bank.nl@voorbeeld.nl'],
  ['https://localhost'],
  ['geen adres'],
])('%s is no link', async link => {
  const answer = await send('raadslid', { note: 'Zie daar', link })
  expect(answer).toMatchObject({
    data: { failed: { problems: { link: 'notAnAddress' }, values: { note: 'Zie daar', link } } },
    init: { status: 422 },
  })
})

describe('a file', () => {
  test('that is refused leaves what was typed, and says why', async () => {
    const typed = { note: 'Het rooster', link: 'https://voorbeeld.nl/' }
    const page = fileOf(new Uint8Array(Buffer.from('<script>alert(1)</script>')), 'rooster.png')
    expect(await send('raadslid', { ...typed, file: page })).toMatchObject({
      data: { refused: 'fileUnknown', failed: { values: typed } },
      init: { status: 422 },
    })
    const large = fileOf(new Uint8Array(largestFileBytes + 1), 'groot.pdf')
    expect(await send('raadslid', { ...typed, file: large })).toMatchObject({
      data: { failed: { problems: { file: 'fileTooBig' }, values: typed } },
    })
    expect(await send('raadslid', { ...typed, file: fileOf(new Uint8Array(), 'leeg.csv') })).toMatchObject({
      data: { refused: 'fileEmpty' },
    })
  })

  test('is published as it was shown, under the hash of what everybody fetches, which is what the ledger says', async () => {
    const { hash } = await publish(await phonePhoto(), 'IMG_2031.JPG')
    const answer = await fetchFile('P-1', hash)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash)
    const lines = await db.select().from(ledgerEntries).orderBy(ledgerEntries.seq)
    expect(JSON.parse(lines.at(-1)!.bytes).data).toEqual({ id: 'P-1', file: `sha256:${hash}`, bytes: bytes.length })
  })

  test('that was changed between looking and publishing is not taken', async () => {
    const { file } = (await send('raadslid', { note: 'Uren', file: fileOf(csv, 'uren.csv') })).data.looked!
    const fields = sealedFields(file!)
    const other = Buffer.from('a;b\n1;2\n').toString('base64')
    for (const changed of [{ content: other }, { kind: 'png' }, { name: 'x.html' }, { seal: '00' }, { content: '' }])
      expect(await send('raadslid', { note: 'Uren', ...fields, ...changed, step: 'publish' })).toMatchObject({
        data: { refused: 'sealBroken' },
      })
    expect((await fetchFile('P-1', file!.hash)).status).toBe(404)
  })

  test('is found at its own promise only, inside for who is signed in, and not sent twice', async () => {
    const { hash } = await publish(pdf, 'rapport.pdf')
    expect((await fetchFile('P-2', hash)).status).toBe(404)
    const again = await fetchFile('P-1', hash, { headers: { 'If-None-Match': `"${hash}"` } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const request = await asPersonIn('medewerker', `/app/promises/P-1/evidence/${hash}`)
    const answer = await inside.loader({ request, params: { promiseId: 'P-1', hash }, context: {} as never })
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
  })
})

test('the web server sends a file with the headers it was given, and nothing that loosens them', async () => {
  const { hash } = await publish(csv, '=uren.csv')
  const { status, headers } = await ask(`/promises/P-1/evidence/${hash}`, { headers: { 'accept-encoding': 'gzip' } })
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': expect.stringMatching(/^attachment; filename="evidence-/),
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, max-age=86400, immutable',
    'x-frame-options': 'DENY',
  })
})

test('only the door for evidence takes a body of this size', async () => {
  const post = (path: string, bytes: number) => ask(path, { method: 'POST', body: 'x'.repeat(bytes) })
  const limit = 12 * 1024 * 1024
  expect((await post('/app/promises/P-1/evidence', limit)).body).toBe(`${limit}`)
  expect((await post('/app/promises/P-1/evidence.data', limit)).status).toBe(200)
  expect((await post('/app/promises/P-1/evidence', limit + 1)).status).toBe(413)
  for (const path of ['/app/promises/P-1/move', '/promises/P-1/evidence', '/app/promises/P-1/evidence/ab'])
    expect((await post(path, 1024 * 1024 + 1)).status, path).toBe(413)
})

test('who only works here adds nothing', async () => {
  expect((await send('medewerker', { note: 'Ik zag het', step: 'publish' })).status).toBe(403)
})
