import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { catalogues } from '~/language/catalogues.server'
import { WordsProvider } from '~/language/words'
import { questionsOf } from '~/pulses/questions'
import { Figures } from '~/pulses/results/figures'
import { resultsOf } from '~/pulses/results/rules'
import { unitTree } from './organisations'
import { cell, publishedRound } from './published-round'

// A link needs a router around it, and here is none.
vi.mock('@remix-run/react', async original => ({
  ...(await original<object>()),
  Link: ({ to, children }: { to: string; children: string }) => createElement('a', { href: to }, children),
}))

const [one, other] = questionsOf({ number: 1, withPilotItem: false }).map(({ id }) => id)

/** The figures of two questions in so many groups, as a browser gets them. */
function pageOf(groups: number, groupsOf?: string): string {
  const names = Array.from({ length: groups }, (_, at) => `U${at + 1}`)
  const cells = names.flatMap(name => [one!, other!].map(question => cell(question, [name], [10, 6, 2])))
  const { items, units } = resultsOf({ ...publishedRound(cells), tree: unitTree('org', ...names) })
  const shown = items.filter(({ figure }) => figure)
  const children = createElement(Figures, { title: 'Alles', items: shown, units, round: 'R1', groupsOf })
  const words = { language: 'nl' as const, catalogue: catalogues.nl as never, children }
  return renderToStaticMarkup(createElement(WordsProvider, words))
}

const groupsIn = (page: string) => page.match(/<h4>U\d+<\/h4>/g)?.length ?? 0
const cellsIn = (page: string) => page.match(/<div class="heat"/g)?.length ?? 0
const linksIn = (page: string) => page.match(/href="\?groups=[^"]+"/g) ?? []

test('in an organisation of a few groups each of them stands with every question', () => {
  expect(groupsIn(pageOf(30))).toBe(2 * 30)
  expect(linksIn(pageOf(30))).toEqual([])
})

test('with more groups than anybody scrolls past, links lead to a map of all and to those of one question', () => {
  const page = pageOf(31)
  expect([groupsIn(page), cellsIn(page)]).toEqual([0, 0])
  expect(linksIn(page)).toEqual(['questions', one, other].map(id => `href="?groups=${id}#${id}"`))
})

test('who asks for the map finds every group and question in it', () => {
  const page = pageOf(31, 'questions')
  expect([groupsIn(page), cellsIn(page)]).toEqual([0, 2 * 31])
  expect(page).toContain('<details class="heat-map" id="questions" open="">')
})

test('who follows that link finds the groups of that question open, and the others still away', () => {
  const page = pageOf(31, other)
  expect(groupsIn(page)).toBe(31)
  expect(page).toContain('<details open=""><summary>Per groep: 31 cijfers')
  expect(linksIn(page)).toEqual(['questions', one].map(id => `href="?groups=${id}#${id}"`))
})
