import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { guides } from '~/conversations/guides/rules'
import { guideWords } from '~/conversations/guides/words.server'
import * as list from '~/routes/app.guides._index'
import * as guide from '~/routes/app.guides.$slug'
import { answerOf, asPersonIn, foundOrganisation, hire } from '../people/cast'

beforeAll(async () => {
  await foundOrganisation()
  await hire('agent@v.nl')
  await hire('director@v.nl', ['executive'])
})

type Door = { loader: (args: LoaderFunctionArgs) => Promise<unknown> }

/** What a door answers to a request. */
const answer = (door: Door, request: Request, params = {}) =>
  answerOf(() => door.loader({ request, params, context: {} } as unknown as LoaderFunctionArgs))

const as = (who: string, path: string) => asPersonIn(who, path)

test('whoever is not signed in is asked to sign in first, for a guide that exists and for one that does not', async () => {
  for (const slug of ['just-words', 'none']) {
    const sent = await answer(guide, new Request(`http://localhost:3000/app/guides/${slug}`), { slug })
    expect((sent as Response).headers.get('location')).toContain('/app/sign-in')
  }
  const sent = await answer(list, new Request('http://localhost:3000/app/guides'))
  expect((sent as Response).headers.get('location')).toContain('/app/sign-in')
})

test('an agent reads all ten, in the language asked for', async () => {
  for (const { slug } of guides)
    for (const lang of ['nl', 'en', 'fr'] as const) {
      const shown = await answer(guide, await as('agent', `/app/guides/${slug}?lang=${lang}`), { slug })
      expect(shown).toMatchObject({ words: guideWords[lang][slug], mayPromise: false })
    }
})

test('only who makes promises is led to a new one', async () => {
  const shown = await answer(guide, await as('director', '/app/guides/just-words'), { slug: 'just-words' })
  expect(shown).toMatchObject({ mayPromise: true, guide: { promise: 'distrust' } })
})

test('a guide that does not exist is not found', async () => {
  for (const slug of ['none', '__proto__', 'constructor'])
    expect(await answer(guide, await as('agent', `/app/guides/${slug}`), { slug })).toMatchObject({ status: 404 })
})

test('a question in the address is given back for the page to answer, and cut where it is endless', async () => {
  const shown = await answer(list, await as('agent', `/app/guides?q=${encodeURIComponent('Baan  kwijt?')}`))
  expect(shown).toMatchObject({ asked: 'Baan  kwijt?', heard: { 'just-words': guideWords.nl['just-words'].heard } })
  const endless = await answer(list, await as('agent', `/app/guides?q=${'x'.repeat(5000)}`))
  expect((endless as { asked: string }).asked).toHaveLength(200)
})
