import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { catalogues } from '~/language/catalogues.server'
import { WordsProvider } from '~/language/words'
import { publishedFigure } from '~/pulses/disclosure/rules'
import { HeadlineText } from '~/pulses/results/headline-text'
import { resultsOf } from '~/pulses/results/rules'
import { type LimitedFigure, type MirrorShown, mirrorOf } from '~/readiness/mirror/rules'
import { MirrorSection } from '~/readiness/mirror/section'
import { cell, publishedRound } from '../pulses/published-round'

// A link needs a router around it, and here is none.
vi.mock('@remix-run/react', async original => ({
  ...(await original<object>()),
  Link: ({ to, children }: { to: string; children: string }) => createElement('a', { href: to }, children),
}))

function read(children: ReturnType<typeof createElement>) {
  const words = { language: 'nl' as const, catalogue: catalogues.nl as never, children }
  return renderToStaticMarkup(createElement(WordsProvider, words)).replace(/<[^>]+>/g, ' ')
}

const seal = { seq: 7, day: '2026-11-25', hash: 'f00d', isWhole: true }
const handedIn = { seal, opensOn: '2026-11-26', isBeforeOpening: true }

/** The mirror of a round in which 5 of 20 agree with a statement that management agrees with. */
function mirror(change: Partial<MirrorShown> = {}, limits: Partial<LimitedFigure> = {}) {
  const figures = new Map([['trust.1', { ...publishedFigure(20, 5, 5), ...limits }]])
  const rows = mirrorOf(figures, { 'trust.1': { answer: 4 } })
  const shown: MirrorShown = { roundId: 'R1', turnout: 'fair', rows, handedIn, barriers: [], ...change }
  return read(createElement(MirrorSection, { mirror: shown }))
}

test('the mirror speaks of who answered, with how many that were, and never of all staff', () => {
  const words = mirror()
  expect(words).toContain('van wie antwoordde is minder dan de helft het eens, ook met de marge')
  expect(words).toContain(catalogues.nl.results.turnout.fair)
  expect(words).not.toMatch(/(alle|van de|helft van) medewerkers/)
})

test('where too few took part it says so, and names no gap', () => {
  const words = mirror({ turnout: 'tooFew' }, { tooFewAnswered: true })
  expect(words).toContain(catalogues.nl.results.turnout.tooFew)
  expect(words).toContain('Daarom zeggen we niet of er een kloof is.')
  expect(words).not.toMatch(/blinde vlek/i)
})

test('answers of an earlier round are told', () => {
  expect(mirror({}, { olderAnswers: 11 })).toContain(catalogues.nl.readiness.mirror.older)
  const some = mirror({}, { olderAnswers: 4 })
  expect(some).toContain('4 van de 20 antwoorden zijn uit een eerdere ronde.')
  expect(some).toContain('Bij één stelling is een deel van de antwoorden uit een eerdere ronde.')
  expect(mirror(), 'control').not.toContain('eerdere ronde')
})

test('that it was before the opening is said only where the day of the entry proves it', () => {
  expect(mirror()).toContain('Regel 7 van het register is van 25 november')
  expect(mirror()).toContain('voor de ronde openging')
  expect(mirror({ handedIn: { ...handedIn, isBeforeOpening: false } })).not.toContain('voor de ronde openging')
})

test('a headline names what it leaves out, and how much of what it names is older', () => {
  const figures = [cell('P04', ['U1', 'U2'], [40, 29, 4]), cell('P01', ['U1', 'U2'], [40, 15, 4])]
  const older = (itemId: string, n: number) => ({
    ...{ itemId, cellId: 'U3', unitIds: ['U3'] },
    standing: { roundNumber: 1, n, favourable: [6, 6] as const, unfavourable: [4, 4] as const },
  })
  const cells = [...figures, cell('P10', ['U1', 'U2'], [40, 6, 4])]
  const results = resultsOf({ ...publishedRound(cells), held: [older('P04', 10), older('P10', 60)] })
  const words = read(createElement(HeadlineText, results))
  expect(words).toContain('10 van de 50 antwoorden zijn uit een eerdere ronde.')
  expect(words).toContain('Niet meegenomen in deze vergelijking: ‘')
})
