import type { ActionFunctionArgs } from '@remix-run/node'
import readExcelFile from 'read-excel-file/node'
import { beforeAll, expect, test } from 'vitest'
import { applyExpenses } from '~/workgroups/budget/applying.server'
import { budgetOf } from '~/workgroups/budget/store.server'
import { loader as shownLoader } from '../../app/routes/app.groups.$groupId.budget._index'
import { action, loader } from '../../app/routes/app.groups.$groupId.budget.$deed'
import { loader as receiptLoader } from '../../app/routes/app.groups.$groupId.budget.receipts.$number'
import { loader as csvLoader } from '../../app/routes/app.groups.$groupId.budget[.csv]'
import { loader as xlsxLoader } from '../../app/routes/app.groups.$groupId.budget[.xlsx]'
import { answerOf, asPersonIn, foundOrganisation } from '../people/cast'
import { phonePhoto } from '../promises/evidence-files'
import { adoptExpense, bookingsOf, booksNow, director, foundGroup, hireTill, noon } from './till'

let group = ''
let proposalId = ''
beforeAll(async () => {
  await foundOrganisation()
  await hireTill()
  group = await foundGroup(['lid'], '2000-01-03')
  await booksNow(group, { kind: 'grant', cents: 100_000 }, director)
  proposalId = await adoptExpense(group, 50_000)
  await applyExpenses(noon)
})

type Sent = Record<string, string | File>
async function knock(who: string, deed: string, sent?: Sent, search = '') {
  const body = new FormData()
  for (const [name, value] of Object.entries(sent ?? {})) body.set(name, value)
  const path = `/app/groups/${group}/budget/${deed}${search}`
  const request = await asPersonIn(who, path, sent ? { method: 'POST', body } : {})
  const args = { request, params: { groupId: group, deed }, context: {} } as unknown as ActionFunctionArgs
  return answerOf(async () => (sent ? action(args) : loader(args)))
}
const statusOf = (answer: unknown) =>
  answer instanceof Response ? answer.status : ((answer as { init?: { status?: number } }).init?.status ?? 200)
const dataOf = (answer: unknown) => (answer as { data: Record<string, never> }).data
const seenNow = async () => String((await bookingsOf(group)).length)

test.each([
  ['director', ['grant', 'cut'], ['expense', 'release']],
  ['lid', ['expense', 'release'], ['grant', 'cut']],
  ['ander', [], ['grant', 'cut', 'expense', 'release']],
])('%s finds the doors to %s open and to %s shut, to read and to send', async (who, open, shut) => {
  const sent = { amount: '1,00', what: 'x', decision: proposalId, seen: await seenNow(), step: 'preview' }
  for (const deed of open) expect([deed, statusOf(await knock(who, deed))]).toEqual([deed, 200])
  for (const deed of shut) {
    expect([deed, statusOf(await knock(who, deed))]).toEqual([deed, 403])
    expect([deed, statusOf(await knock(who, deed, { ...sent, step: 'publish' }))]).toEqual([deed, 403])
  }
  expect(await bookingsOf(group)).toHaveLength(2)
})

test('a correction opens to who made the booking, and nowhere else', async () => {
  expect(statusOf(await knock('lid', 'correction', undefined, '?of=1'))).toBe(403)
  expect(statusOf(await knock('director', 'correction', undefined, '?of=2'))).toBe(403)
  expect(statusOf(await knock('director', 'correction', undefined, '?of=1'))).toBe(200)
  for (const of of ['', '?of=99', '?of=-1', '?of=99999999999', '?of=x'])
    expect(statusOf(await knock('director', 'correction', undefined, of))).toBe(404)
  expect(statusOf(await knock('director', 'commitment'))).toBe(404)
})

test('everybody in the house reads the till and its files; nobody else, and no other group', async () => {
  const params = { groupId: group, number: '1' }
  const ask = async (load: typeof csvLoader, who?: string, groupId = group) => {
    const request = who ? await asPersonIn(who, '/app/x') : new Request('http://localhost:3000/app/x')
    const args = { request, params: { ...params, groupId }, context: {} } as unknown as ActionFunctionArgs
    return answerOf(async () => load(args))
  }
  const loaders = [shownLoader, csvLoader, xlsxLoader] as unknown as (typeof csvLoader)[]
  for (const load of loaders) {
    expect(statusOf(await ask(load, 'ander'))).toBe(200)
    expect(statusOf(await ask(load, 'ander', 'W-none'))).toBe(404)
    expect(statusOf(await ask(load))).toBe(302)
  }
  expect(statusOf(await ask(receiptLoader, 'ander'))).toBe(404)
  const workbook = (await ask(xlsxLoader, 'ander')) as Response
  const [sheet] = await readExcelFile(Buffer.from(await workbook.arrayBuffer()))
  expect(sheet!.data.at(-1)).toEqual([
    2,
    '2026-06-10',
    'Vastgelegd',
    'Vrij',
    'Vastgelegd',
    500,
    'Cursus',
    null,
    proposalId,
    null,
  ])
})

test('what is wrong stands beside its field, nothing typed is lost, and nothing is booked before the last step', async () => {
  const seen = await seenNow()
  const wrong = await knock('director', 'grant', { amount: '1,250', what: 'Budget', seen, step: 'preview' })
  expect([statusOf(wrong), dataOf(wrong)]).toMatchObject([422, { failed: { problems: { amount: 'unclearAmount' } } }])
  expect(dataOf(wrong)).toMatchObject({ failed: { values: { amount: '1,250', what: 'Budget' } } })
  const looked = await knock('director', 'grant', { amount: '1.250', what: 'Budget', seen, step: 'preview' })
  expect(dataOf(looked)).toMatchObject({ looked: { amount: '1250,00', cents: 125_000 } })
  const back = await knock('director', 'grant', { amount: '1250,00', what: 'Budget', seen, step: 'write' })
  expect(dataOf(back)).toMatchObject({ failed: { values: { amount: '1250,00', what: 'Budget' } } })
  expect(await bookingsOf(group)).toHaveLength(2)
})

test('a payment goes with its receipt, once; whoever clicks twice or saw an older balance books nothing more', async () => {
  const seen = await seenNow()
  const typed = { amount: '120,50', decision: proposalId, what: 'Lunch', seen }
  expect(dataOf(await knock('lid', 'expense', { ...typed, step: 'publish' }))).toMatchObject({
    failed: { problems: { file: 'fileMissing' } },
  })
  const file = new File([(await phonePhoto()) as Uint8Array<ArrayBuffer>], 'bon.jpg')
  const { looked } = dataOf(await knock('lid', 'expense', { ...typed, file, step: 'preview' })) as never as {
    looked: { file: Record<'name' | 'kind' | 'content' | 'seal', string> }
  }
  const { name, kind, content, seal } = looked.file
  const sealed = { ...typed, name, kind, content, seal, step: 'publish' }
  expect(statusOf(await knock('lid', 'expense', { ...sealed, seal: 'ff' }))).toBe(422)
  for (let click = 0; click < 2; click++) expect(statusOf(await knock('lid', 'expense', sealed))).toBe(302)
  expect(await budgetOf(group)).toMatchObject({ booked: 3, balances: { spent: 12_050 } })
  const stale = await knock('lid', 'expense', { ...sealed, what: 'Diner' })
  expect([statusOf(stale), dataOf(stale)]).toMatchObject([409, { refused: 'changedMeanwhile' }])
  const request = await asPersonIn('ander', '/app/x')
  const args = { request, params: { groupId: group, number: '3' }, context: {} } as unknown as ActionFunctionArgs
  const receipt = (await receiptLoader(args)) as Response
  expect([receipt.headers.get('content-type'), receipt.headers.get('cache-control')]).toEqual([
    'image/jpeg',
    'no-store',
  ])
})

// A preview sends along what the deed does not ask for.
const empty = { amount: '', decision: '', step: 'publish' }

test('a cut more than what is free is refused with its reason, and money that comes in does what was waiting', async () => {
  const cut = await knock('director', 'cut', {
    amount: '600',
    what: 'Bezuinigen',
    seen: await seenNow(),
    step: 'publish',
  })
  expect([statusOf(cut), dataOf(cut)]).toMatchObject([409, { refused: 'tooLittleLeft' }])
  await adoptExpense(group, 60_000, 'Headsets')
  const given = { ...empty, amount: '100', what: 'Erbij', seen: await seenNow() }
  expect(statusOf(await knock('director', 'grant', given))).toBe(302)
  expect(await budgetOf(group)).toMatchObject({ balances: { free: 0, committed: 97_950 } })
  const wrong = { ...empty, what: 'Vergissing', seen: await seenNow() }
  const free = async () => (await budgetOf(group)).balances.free
  expect(statusOf(await knock('lid', 'correction', wrong, '?of=3'))).toBe(302)
  expect([await free(), (await budgetOf(group)).balances.spent]).toEqual([0, 0])
})
