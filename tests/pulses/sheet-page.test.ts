import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { catalogues } from '~/language/catalogues.server'
import { WordsProvider } from '~/language/words'
import { resultsOf } from '~/pulses/results/rules'
import { SheetPage } from '~/pulses/results/wall/page'
import { sheetOf } from '~/pulses/results/wall/rules'
import { cell, publishedRound } from './published-round'

// A link needs a router around it, and here is none.
vi.mock('@remix-run/react', async original => ({
  ...(await original<object>()),
  Link: ({ to, children }: { to: string; children: string }) => createElement('a', { href: to }, children),
}))

const results = resultsOf(publishedRound([cell('P04', ['U1', 'U2', 'U3'], [40, 29, 6])]))
const page = createElement(SheetPage, {
  round: { id: 'R1', number: 1, closesOn: '2026-03-20' },
  organisationName: 'Voorbeeld',
  sheet: sheetOf(results, 'pulse'),
  promises: [],
  manifestCode: 'abcd-efgh',
  address: 'http://localhost:3000/app/results/R1',
  code: { size: 1, path: 'M0 0h1v1z' },
})
const words = { language: 'nl' as const, catalogue: catalogues.nl as never, children: page }
const read = renderToStaticMarkup(createElement(WordsProvider, words)).replace(/<[^>]+>/g, ' ')

test('who reads the wall learns what the margin beside a figure is', () => {
  expect(read).toContain('Marge: ')
  expect(read).toContain('De marge laat zien hoeveel toeval kan uitmaken.')
  expect(read).toContain('De marge zegt niets over wie niet meedeed.')
})

test('the wall says what the register is good for, and does not vouch for it itself', () => {
  expect(read).toContain('Met het register kun je nagaan of er iets is veranderd.')
  expect(read).not.toMatch(/dat niemand iets veranderde/)
})
