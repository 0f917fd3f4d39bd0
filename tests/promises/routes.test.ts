import type { LoaderFunctionArgs } from '@remix-run/node'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import * as insidePage from '~/routes/app.promises.$promiseId._index'
import * as amend from '~/routes/app.promises.$promiseId.amend'
import * as evidence from '~/routes/app.promises.$promiseId.evidence'
import * as move from '~/routes/app.promises.$promiseId.move'
import * as making from '~/routes/app.promises.new'
import * as register from '~/routes/promises._index'
import * as page from '~/routes/promises.$promiseId'
import * as calendar from '~/routes/promises.$promiseId[.ics]'
import * as feed from '~/routes/promises[.atom]'
import * as csv from '~/routes/promises[.csv]'
import * as json from '~/routes/promises[.json]'
import { answerOf, asPersonIn, formPost, foundOrganisation, hire } from '../people/cast'

const said = {
  text: '=Iedereen krijgt "8 uur" training, <zo snel mogelijk>.',
  why: 'Dat vroegen jullie.',
  ownerRole: 'executive',
  madeOn: '2020-01-06',
  dueOn: '2020-06-30',
  scope: 'Alle teams',
  exclusions: 'geen',
  measure: 'Elke maand een lijst met uren: '.padEnd(120, 'é'),
  place: '',
  barrier: '',
  roundId: '',
}

type Deed = (args: LoaderFunctionArgs) => unknown
const enter = (deed: Deed, request: Request, promiseId?: string) =>
  answerOf(async () => deed({ request, params: { promiseId }, context: {} } as never))
const stranger = (path: string) => new Request(`http://localhost:3000${path}`)
const send = async (deed: Deed, person: string, values: Record<string, string>, promiseId?: string) =>
  enter(deed, await asPersonIn(person, '/app/promises', formPost(values)), promiseId)
const textOf = async (deed: Deed, path: string, promiseId?: string) =>
  ((await enter(deed, stranger(path), promiseId)) as Response).text()

beforeAll(async () => {
  await foundOrganisation()
  await hire('directeur@voorbeeld.nl', ['executive'])
  await hire('raadslid@voorbeeld.nl', ['worksCouncil'])
})

test('making a promise asks back, shows it as staff will read it, and publishes once', async () => {
  const lacking = await send(making.action, 'directeur', { ...said, exclusions: ' ', dueOn: '' })
  expect(lacking).toMatchObject({
    data: { failed: { problems: { exclusions: 'required', dueOn: 'required' }, values: { text: said.text } } },
    init: { status: 422 },
  })
  const preview = await send(making.action, 'directeur', { ...said, step: 'preview' })
  expect(preview).toMatchObject({ data: { step: 'preview', doubts: [{ kind: 'vague', word: 'zo snel mogelijk' }] } })
  expect(await enter(page.loader, stranger('/promises/P-1'), 'P-1')).toMatchObject({ status: 404 })
  const published = await send(making.action, 'directeur', { ...said, step: 'publish' })
  expect((published as Response).headers.get('Location')).toBe('/app/promises/P-1')
  const again = await send(making.action, 'directeur', { ...said, step: 'publish' })
  expect((again as Response).headers.get('Location')).toBe('/app/promises/P-1')
})

describe('without signing in', () => {
  test('everybody finds it, overdue and entered later, by status and by word', async () => {
    const found = async (query: string) => {
      const answer = (await enter(register.loader, stranger(`/promises${query}`))) as { shown: { rows: unknown[] } }
      return answer.shown.rows.length
    }
    const shown = await enter(page.loader, stranger('/promises/P-1'), 'P-1')
    expect(shown).toMatchObject({ shown: { promise: { isOverdue: true, enteredLater: true, version: 1 } } })
    expect([await found(''), await found('?status=overdue'), await found('?status=kept')]).toEqual([1, 1, 0])
    expect([await found('?q=TRAINING'), await found('?q=salaris'), await found('?status=iets')]).toEqual([1, 0, 1])
  })

  test('programs read it too, and no text in it becomes a formula, a tag or a line too long', async () => {
    const [row] = parse(await textOf(csv.loader, '/promises.csv'), { bom: true, columns: true }) as [never]
    expect(row).toMatchObject({ id: 'P-1', text_first: `'${said.text}`, overdue: 'true', due_first: said.dueOn })
    expect(JSON.parse(await textOf(json.loader, '/promises.json'))).toMatchObject({
      share: { ended: 0, overdue: 1 },
      promises: [{ id: 'P-1', first: { text: said.text }, events: [{ kind: 'made' }] }],
    })
    const atom = await textOf(feed.loader, '/promises.atom')
    expect(atom).toContain('&lt;zo snel mogelijk&gt;')
    const ics = await textOf(calendar.loader, '/promises/P-1.ics', 'P-1')
    expect(ics).toContain('DTSTART;VALUE=DATE:20200630\r\n')
    expect(ics.split('\r\n').filter(line => Buffer.byteLength(line) > 75)).toEqual([])
    expect(ics.replaceAll('\r\n ', '')).toContain(said.measure)
  })
})

test('both sides take their steps; whoever is late is told and loses no words', async () => {
  const claim = { move: 'claimKept', seen: '1', note: 'Alle teams zijn geweest.' }
  expect(await send(move.action, 'raadslid', claim, 'P-1')).toMatchObject({ data: { refused: 'notYourDeed' } })
  expect(
    await send(evidence.action, 'raadslid', { note: 'https://voorbeeld.nl/uren', step: 'publish' }, 'P-1'),
  ).toMatchObject({
    status: 302,
  })
  const late = await send(move.action, 'directeur', claim, 'P-1')
  expect(late).toMatchObject({ data: { refused: 'changedMeanwhile', typed: claim.note }, init: { status: 409 } })
  const { step: _, ...words } = { ...said, step: '', text: 'Anders', reason: 'Beter', seen: '1' }
  const lateWords = await send(amend.action, 'directeur', words, 'P-1')
  expect(lateWords).toMatchObject({ data: { refused: 'changedMeanwhile', failed: { values: { text: 'Anders' } } } })
  expect(await send(move.action, 'directeur', { ...claim, seen: '2' }, 'P-1')).toMatchObject({ status: 302 })
  const confirm = { move: 'confirm', seen: '3', note: '' }
  expect(await send(move.action, 'directeur', confirm, 'P-1')).toMatchObject({ data: { refused: 'notOverOwnPromise' } })
  expect(await send(move.action, 'raadslid', { ...confirm, move: 'dispute' }, 'P-1')).toMatchObject({
    data: { refused: 'reasonMissing' },
  })
  expect(await send(move.action, 'raadslid', confirm, 'P-1')).toMatchObject({ status: 302 })
  expect(await enter(page.loader, stranger('/promises/P-1'), 'P-1')).toMatchObject({
    shown: { promise: { status: 'kept' } },
  })
})

test('inside, each reader sees only the steps that are theirs', async () => {
  const acts = async (person: string, id = 'P-2') =>
    enter(insidePage.loader, await asPersonIn(person, '/app/promises'), id) as Promise<{ acts: unknown }>
  await send(making.action, 'directeur', { ...said, text: 'Tweede', step: 'publish' })
  expect((await acts('directeur')).acts).toMatchObject({ mayAmend: false, mayShow: true })
  await send(making.action, 'directeur', { ...said, text: 'Derde', dueOn: '2999-06-30', step: 'publish' })
  expect((await acts('directeur', 'P-3')).acts).toMatchObject({ mayAmend: true })
  expect((await acts('raadslid')).acts).toMatchObject({ moves: ['findBroken'], mayAmend: false, mayShow: true })
})

test('a management that stays silent does not have the last word: the council puts its reading on record', async () => {
  const find = { move: 'findBroken', seen: '1', note: 'Er is nooit een lijst geweest.' }
  expect(await send(move.action, 'directeur', find, 'P-2')).toMatchObject({ data: { refused: 'notOverOwnPromise' } })
  expect(await send(move.action, 'raadslid', find, 'P-2')).toMatchObject({ status: 302 })
  expect(await enter(page.loader, stranger('/promises/P-2'), 'P-2')).toMatchObject({
    shown: {
      promise: { status: 'disputed', isOverdue: true, events: [{}, { side: 'worksCouncil', note: find.note }] },
    },
  })
})
