import type { LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, test, vi } from 'vitest'
import { persons, transact } from '#db'
import { dayIn } from '~/calendar'
import { addLine } from '~/conversations/board/store.server'
import { PresenterPage } from '~/conversations/preparation/presenter-page'
import type { Sheet } from '~/conversations/preparation/sheet'
import { SheetPage } from '~/conversations/preparation/sheet-page'
import { catalogues } from '~/language/catalogues.server'
import { WordsProvider } from '~/language/words'
import { languages } from '~/people/rules'
import * as door from '~/routes/app.team-talks.prepare'
import { asPersonIn } from '../../people/cast'
import { peopleOf } from '../../pulses/round-trip'
import { draftedCheck, foundCheckHouse, publishedCheck } from '../../readiness/check-round'

// A link and a print button need a page around them, and here is none.
vi.mock('@remix-run/react', async original => ({
  ...(await original<object>()),
  Link: ({ to, children }: { to: string; children: string }) => createElement('a', { href: to }, children),
  useLocation: () => ({ search: '' }),
}))

/** A name for everybody that is in no sentence by chance. */
const nameOf = (id: string) => `Zq${[...id].map(letter => letter.charCodeAt(0)).join('x')}v`

beforeAll(async () => {
  await foundCheckHouse()
  await transact(async tx => {
    for (const id of peopleOf({ A: 9, B: 9 })) {
      const named = { givenName: nameOf(id), surname: `Van${nameOf(id)}`, email: `${nameOf(id)}@voorbeeld.nl` }
      await tx.update(persons).set(named).where(eq(persons.id, id))
    }
  })
  await publishedCheck(await draftedCheck('check'))
})

async function readBy(lead: string) {
  const request = await asPersonIn(lead, '/app/team-talks/prepare')
  const shown = await door.loader({ request, params: {}, context: {} } as unknown as LoaderFunctionArgs)
  const pages = [createElement(SheetPage, shown), createElement(PresenterPage, forLead(shown.sheet))]
  const written = languages.flatMap(language =>
    pages.map(children => {
      const words = { language, catalogue: catalogues[language] as never, children }
      return renderToStaticMarkup(createElement(WordsProvider, words))
    }),
  )
  return [JSON.stringify(shown), ...written].join('\n')
}
const forLead = (sheet: Sheet) => ({ sheet: { ...sheet, asked: { ...sheet.asked, for: 'me' as const } } })
const namesIn = (text: string) => peopleOf({ A: 9, B: 9 }).filter(id => text.includes(nameOf(id)))

test('nothing on the sheet, in its data or on its screens names anybody, the lead not either', async () => {
  for (const lead of ['A1', 'B2']) {
    const read = await readBy(lead)
    expect(read).toContain('Teamgesprek: ')
    expect(namesIn(read)).toEqual([])
  }
})

test('control: a name that somebody writes on the board is found on the sheet', async () => {
  await addLine({ part: 'known', line: `${nameOf('A3')} blijft.` }, dayIn('Europe/Amsterdam', new Date()))
  expect(namesIn(await readBy('A1'))).toEqual(['A3'])
})
