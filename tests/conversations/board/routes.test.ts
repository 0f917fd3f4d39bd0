import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { addDays, dayIn } from '~/calendar'
import { findBoard } from '~/conversations/board/store.server'
import * as index from '~/routes/app.board._index'
import * as change from '~/routes/app.board.$lineId'
import * as add from '~/routes/app.board.new'
import { answerOf, asPersonIn, formPost, foundOrganisation, hire } from '../../people/cast'

beforeAll(async () => {
  await foundOrganisation()
  await hire('agent@v.nl')
  await hire('director@v.nl', ['executive'])
  await hire('hr@v.nl', ['hr'])
  await hire('lead@v.nl', ['teamLead'])
})

const today = dayIn('Europe/Amsterdam', new Date())
const open = {
  part: 'unsayable',
  line: 'Wie het wordt.',
  because: 'Het contract is geheim.',
  untilOn: addDays(today, 9),
}
type Deed = (args: LoaderFunctionArgs) => Promise<unknown>
const sent = (deed: Deed, who: string, values?: Record<string, string>, params = {}) =>
  answerOf(async () => {
    const request = await asPersonIn(who, '/app/board', values && formPost(values))
    return deed({ request, params, context: {} } as unknown as LoaderFunctionArgs)
  })
const linesNow = async () => (await findBoard(today)).flatMap(({ lines }) => lines)

test('an empty board is shown to everybody who works here, with the way to write only for who may', async () => {
  expect(await sent(index.loader, 'agent')).toMatchObject({ mayWrite: false, board: [{ lines: [] }, {}, {}] })
  expect(await sent(index.loader, 'hr')).toMatchObject({ mayWrite: true })
})

test('management sees the line as staff will read it before it stands there', async () => {
  const preview = await sent(add.action, 'director', { ...open, step: 'preview' })
  expect(preview).toMatchObject({ data: { step: 'preview', said: open } })
  expect(await linesNow()).toEqual([])
  expect(await sent(add.action, 'director', { ...open, because: '', step: 'publish' })).toMatchObject({
    init: { status: 422 },
    data: { failed: { problems: { because: 'required' }, values: { line: open.line } } },
  })
  expect(await sent(add.action, 'director', { ...open, untilOn: '2020-01-01' })).toMatchObject({
    data: { refused: 'dayPassed', said: { line: open.line } },
  })
  expect(await sent(add.action, 'director', { ...open, step: 'publish' })).toMatchObject({ status: 302 })
  expect(await linesNow()).toMatchObject([open])
})

test('a team lead and an agent read it and cannot write it', async () => {
  const [line] = await linesNow()
  for (const who of ['agent', 'lead']) {
    expect(await sent(index.loader, who)).toMatchObject({ board: [{}, {}, { lines: [open] }] })
    for (const deed of [add.action, change.action])
      expect(await sent(deed, who, { step: 'remove', seen: '1' }, { lineId: line!.id })).toMatchObject({ status: 403 })
  }
})

test('who is late sees what stands there now, and keeps what was written', async () => {
  const [line] = await linesNow()
  const params = { lineId: line!.id }
  const words = { ...open, line: 'Nog steeds geheim.', step: 'publish', seen: '1' }
  expect(await sent(change.action, 'hr', words, params)).toMatchObject({ status: 302 })
  const late = await sent(change.action, 'director', { ...words, line: 'Anders.' }, params)
  expect(late).toMatchObject({
    init: { status: 409 },
    data: { refused: 'changedMeanwhile', said: { line: 'Anders.' } },
  })
  expect(await sent(change.loader, 'director', undefined, params)).toMatchObject({ data: { line: { version: 2 } } })
  expect(await sent(change.action, 'director', { step: 'remove', seen: '1' }, params)).toMatchObject({
    data: { refused: 'changedMeanwhile' },
  })
  expect(await sent(change.action, 'director', { step: 'remove', seen: '2' }, params)).toMatchObject({ status: 302 })
  expect(await linesNow()).toEqual([])
  expect(await sent(change.loader, 'director', undefined, params)).toMatchObject({ init: { status: 404 } })
  expect(await sent(change.action, 'director', words, params)).toMatchObject({ data: { refused: 'noSuchLine' } })
})
