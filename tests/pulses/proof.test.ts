import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { catalogues } from '~/language/catalogues.server'
import { WordsProvider } from '~/language/words'
import type { Language } from '~/people/rules'
import { ResultsProof } from '~/pulses/results/proof'

/** What a reader can check about a round, as a page writes it. */
function proofIn(language: Language, isCouncilCounted: boolean): string {
  const known = { manifestCode: 'ABCD-EFGH-JKMN', figuresSha256: 'ab', witness: null, listsConfirmedOn: null }
  const children = createElement(ResultsProof, { roundId: 'R1', proof: { ...known, isCouncilCounted } })
  const words = { language, catalogue: catalogues[language] as never, children }
  return renderToStaticMarkup(createElement(WordsProvider, words))
}

describe('what a reader can check about a result', () => {
  it.each([
    ['nl', 'De OR telde deze ronde zelf en tekende de telling.'],
    ['en', 'The works council counted this round itself and signed the count.'],
    ['fr', 'Le CE a compté lui-même cette vague et a signé le comptage.'],
  ] as const)('says in %s that the works council counted, with a way to the ledger', (language, said) => {
    const way = new RegExp(`<dd>${said} <a href="/ledger/entries[^"]*lang=${language}"`)
    expect(proofIn(language, true)).toMatch(way)
    expect(proofIn(language, false), 'control: a round that the server counted').not.toMatch(way)
    expect(proofIn(language, false)).not.toContain('/ledger/entries')
  })
})
