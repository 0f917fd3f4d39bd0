import type { LoaderFunctionArgs } from '@remix-run/node'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { beforeAll, expect, test } from 'vitest'
import { config } from '~/config.server'
import { catalogues } from '~/language/catalogues.server'
import { WordsProvider } from '~/language/words'
import { recordPromise } from '~/promises/store.server'
import { AskPreview } from '~/promises/verdict-page'
import * as insidePage from '~/routes/app.promises.$promiseId._index'
import * as ask from '~/routes/app.promises.$promiseId.ask'
import * as publicPage from '~/routes/promises.$promiseId'
import { answerOf, asPersonIn, formPost, foundOrganisation, hire } from '../people/cast'

const words = { text: '8 uur training voor iedereen.', why: 'a', scope: 'b', exclusions: 'geen', measure: 'c' }

type Deed = (args: LoaderFunctionArgs) => unknown
const enter = (deed: Deed, request: Request, promiseId = 'P-1') =>
  answerOf(async () => deed({ request, params: { promiseId }, context: {} } as never))
const send = async (person: string, values: Record<string, string>, promiseId?: string) =>
  (await enter(ask.action, await asPersonIn(person, '/app/promises/P-1/ask', formPost(values)), promiseId)) as never
const read = async (deed: Deed, person: string) => enter(deed, await asPersonIn(person, '/app/promises/P-1'))

beforeAll(async () => {
  await foundOrganisation()
  await hire('raadslid@voorbeeld.nl', ['worksCouncil'])
  await hire('tweepetten@voorbeeld.nl', ['worksCouncil', 'executive'])
  const said = { ...words, ownerRole: 'executive' as const, madeOn: '2020-01-06', dueOn: '2020-06-30' }
  await recordPromise(said, { roles: ['executive'] }, new Date('2020-01-06T10:00:00Z'))
})

test('the council asks with one button, everybody sees that the question waits, and the council takes it back', async () => {
  expect(await read(ask.loader, 'raadslid')).toMatchObject({ step: 'ask', words: words.text })
  expect(await read(insidePage.loader, 'raadslid')).toMatchObject({ acts: { asking: 'ask' } })
  const asked = await send('raadslid', { step: 'ask', seen: '1' })
  expect((asked as Response).headers.get('Location')).toBe('/app/promises/P-1')
  const shown = await enter(publicPage.loader, new Request('http://localhost:3000/promises/P-1'))
  expect(shown).toMatchObject({ shown: { questions: [{ words: words.text, round: null, verdict: null }] } })
  expect(await read(ask.loader, 'raadslid')).toMatchObject({ step: 'takeBack' })
  expect(await send('raadslid', { step: 'ask', seen: '1' })).toMatchObject({ data: { because: 'askedAlready' } })
  await send('raadslid', { step: 'takeBack', seen: '1' })
  expect(await read(ask.loader, 'raadslid')).toMatchObject({ step: 'ask' })
})

test('who promises asks for no verdict, and takes none back', async () => {
  expect(await read(ask.loader, 'tweepetten')).toMatchObject({ because: 'notOverOwnPromise' })
  const refused = { data: { because: 'notOverOwnPromise' }, init: { status: 409 } }
  expect(await send('tweepetten', { step: 'ask', seen: '1' })).toMatchObject(refused)
  expect(await send('tweepetten', { step: 'takeBack', seen: '1' })).toMatchObject(refused)
})

test('what no page sends is refused, and a promise that is not there is not asked about', async () => {
  expect(await send('raadslid', { step: 'decide', seen: '1' })).toMatchObject({ status: 400 })
  expect(await send('raadslid', { step: 'ask', seen: '7' })).toMatchObject({ data: { because: 'changedMeanwhile' } })
  expect(await send('raadslid', { step: 'ask', seen: '1' }, 'P-9')).toMatchObject({
    data: { because: 'noSuchPromise' },
  })
})

test('where only who is signed in reads promises, the council hears that asking makes these words public', async () => {
  const said = (isRegisterClosed: boolean, step?: 'ask' | 'takeBack') => {
    const preview = createElement(AskPreview, { id: 'P-1', words: words.text, step, isRegisterClosed })
    return renderToString(createElement(WordsProvider, { language: 'nl', catalogue: catalogues.nl } as never, preview))
  }
  const sentence = 'De vragen van een ronde kan iedereen lezen'
  expect(said(true, 'ask')).toContain(sentence)
  expect([said(false, 'ask').includes(sentence), said(true, 'takeBack').includes(sentence)]).toEqual([false, false])
  expect(await read(ask.loader, 'raadslid')).toMatchObject({ isRegisterClosed: false })
  const before = config.promisesVisibility
  config.promisesVisibility = 'signedIn'
  expect(await read(ask.loader, 'raadslid')).toMatchObject({ isRegisterClosed: true })
  config.promisesVisibility = before
})
