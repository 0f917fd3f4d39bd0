import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { barriers } from 'surveys/five-barriers/v1'
import { describe, expect, it } from 'vitest'
import { catalogues } from '~/language/catalogues.server'
import { WordsProvider } from '~/language/words'
import { questionsOf } from '~/pulses/questions'
import { Figures } from '~/pulses/results/figures'
import { InShort } from '~/pulses/results/in-short'
import { type PublishedRound, resultsOf } from '~/pulses/results/rules'
import { percentsOf } from '~/pulses/results/telling'
import { outwardInterval } from '~/statistics/wilson'
import { cell, publishedRound } from './published-round'

const everyone = ['U1', 'U2', 'U3']

/** What a reader sees of a round in Dutch, as one line of text. */
function read(round: PublishedRound): string {
  const results = resultsOf(round)
  const page = [
    createElement(InShort, { key: 'short', results }),
    createElement(Figures, { key: 'each', title: 'Alles', items: results.items, units: results.units, round: 'R1' }),
  ]
  const words = { language: 'nl' as const, catalogue: catalogues.nl as never, children: page }
  const markup = renderToStaticMarkup(createElement(WordsProvider, words))
  return markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

const check = (...cells: ReturnType<typeof cell>[]): PublishedRound => ({
  ...publishedRound(cells),
  questions: questionsOf({ number: 1, withPilotItem: false, asks: 'check' }),
})

describe('the page of a result', () => {
  it.each([
    [[100, 60], '60 van 100', 'tussen de helft en drie kwart', '50 tot 70 %'],
    [[20, 12], '12 van 20', 'tussen een derde en negen tiende', '38 tot 79 %'],
    [[10, 6], '6 van 10', 'tussen een kwart en negen tiende', '31 tot 84 %'],
  ] as const)('says %j in words, as people and as a margin that equals the golden one', ([n, positive], ...said) => {
    const page = read(publishedRound([cell('P04', everyone, [n, positive, 4])]))
    for (const one of said) expect(page).toContain(one)
    expect(page, 'no share with decimals').not.toMatch(/\d[.,]\d+ ?%/)
  })

  it.each([
    [3, 7, 15, 75],
    [6, 8, 40, 93],
    [7, 10, 39, 90],
    [12, 20, 38, 79],
    [60, 100, 50, 70],
  ])('rounds the golden interval of %i of %i outward', (k, n, lowest, highest) => {
    expect(percentsOf(outwardInterval([k, k], n))).toEqual({ lowest, highest })
  })

  it('names the highest barrier with how many of how many, and says that it is no test', () => {
    const high = [70, 30, 20, 10, 25].map((people, place) => cell(barriers[place]!, everyone, [120, 4, people]))
    const page = read(check(...high))
    expect(page).toContain(
      'De hoogste drempel is duidelijk ‘Ik raak mijn werk kwijt’. Die is hoog voor 70 van 120 mensen',
    )
    expect(page).toContain('gesprekshulp, geen test')
    expect(page, 'a team is something to talk about').toContain('stof voor een gesprek')
  })

  it('says so when nobody has a score, and shows no picture of nothing', () => {
    const page = read(check())
    expect(page).toContain('Er is geen enkel cijfer')
    expect(page).not.toContain('De drempels, de hele organisatie')
  })

  it('says of one barrier with too few scores why it is missing, beside the others', () => {
    const page = read(check(...barriers.slice(1).map(id => cell(id, everyone, [40, 20, 8]))))
    expect(page).toContain('Ik raak mijn werk kwijt Minder dan 7 mensen beantwoordden deze vraag')
  })
})
