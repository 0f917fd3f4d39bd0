import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askStaff, isToBeAsked, questionIdOf, settledBy, verdictOf, versionAsked, wordsAt } from '~/promises/verdict'
import { promiseStatuses } from '~/promises/words'
import { type PublishedFigure, publishedFigure, sumOfFigures } from '~/pulses/disclosure/rules'
import { middleOf } from '~/pulses/results/saying'

const council = { roles: ['worksCouncil' as const] }
const director = { roles: ['executive' as const] }

/** What one cell truly answered; only its published figure leaves the count. */
type Cell = { kept: number; partly: number; broken: number }
const judged = ({ kept, partly, broken }: Cell) => kept + partly + broken
const published = (cells: readonly Cell[]) =>
  sumOfFigures(cells.map(one => publishedFigure(judged(one), one.kept, one.broken)))

const upTo20 = fc.nat(20)
const cell = fc.record({ kept: upTo20, partly: upTo20, broken: upTo20 }).filter(one => judged(one) >= 7)
const cells = fc.array(cell, { minLength: 1, maxLength: 8 })

type Rule = (figure: PublishedFigure, judgedAtMost: number) => string
/** Says that a verdict never claims a majority that was not there, not even where cells are held back. */
const neverContradicts = (rule: Rule) =>
  fc.property(cells, fc.nat(3), (all, held) => {
    const total = all.reduce((sum, one) => sum + judged(one), 0)
    const verdict = rule(published(all.slice(held)), total)
    const chose = (word: keyof Cell) => all.reduce((sum, one) => sum + one[word], 0)
    return verdict === 'none' || chose(verdict as keyof Cell) * 2 > total
  })

/** The rule as somebody in a hurry would write it: the middle of what is not known. */
const byMidpoints: Rule = figure => {
  const middle = ([lowest, highest]: readonly [number, number]) => (lowest + highest) / 2
  const { n, favourable, unfavourable } = figure
  const guess = { kept: middle(favourable), partly: middle(middleOf(figure)), broken: middle(unfavourable) }
  return (['kept', 'partly', 'broken'] as const).find(word => guess[word] * 2 > n) ?? 'none'
}

describe('what staff find', () => {
  test('never contradicts what they truly answered, in whatever cells they were counted', () => {
    const rule: Rule = (figure, judgedAtMost) => verdictOf(figure, { asked: figure.n, judgedAtMost })
    fc.assert(neverContradicts(rule), { numRuns: 2000 })
    const found = fc.sample(cells, 500).map(all => rule(published(all), published(all).n))
    expect(new Set(found), 'control: it does find something').toEqual(new Set(['kept', 'partly', 'broken', 'none']))
  })

  test('control: a rule that guesses inside the bounds does contradict it', () => {
    const fails = (rule: Rule) => fc.check(neverContradicts(rule), { numRuns: 2000 }).failed
    expect(fails(byMidpoints)).toBe(true)
    const forgetful: Rule = figure => verdictOf(figure, { asked: figure.n, judgedAtMost: figure.n })
    expect(fails(forgetful), 'and so does one that forgets whom it does not show').toBe(true)
  })

  test.each([
    ['kept', { kept: 30, partly: 10, broken: 9 }],
    ['partly', { kept: 8, partly: 30, broken: 9 }],
    ['broken', { kept: 9, partly: 10, broken: 30 }],
    ['none', { kept: 20, partly: 10, broken: 20 }],
    ['none', { kept: 20, partly: 0, broken: 20 }],
  ] as const)('is %s when that is what more than half say', (verdict, counts) => {
    const figure = published([counts])
    expect(verdictOf(figure, { asked: 100, judgedAtMost: figure.n })).toBe(verdict)
  })

  test('is nothing as long as too few judged, or nobody', () => {
    const figure = published([{ kept: 39, partly: 0, broken: 0 }])
    const found = (asked: number) => verdictOf(figure, { asked, judgedAtMost: figure.n })
    expect([97, 98].map(found)).toEqual(['kept', 'none'])
    const nobody = (asked: number) => verdictOf(sumOfFigures([]), { asked, judgedAtMost: 0 })
    expect([20, 0].map(nobody)).toEqual(['none', 'none'])
  })

  test('makes final what nobody has decided yet, and nothing else', () => {
    const open = promiseStatuses.filter(status => settledBy('broken', status))
    expect(open).toEqual(['made', 'underWay', 'claimedKept', 'claimedPartly', 'claimedBroken', 'disputed'])
    expect(open.map(status => settledBy('none', status)).some(Boolean)).toBe(false)
    expect(settledBy('partly', 'disputed')).toBe('partly')
  })
})

describe('asking', () => {
  const promise = { status: 'disputed' as const, isOverdue: false, version: 4 }
  const asked = { seen: 4, isAsked: false }

  test('is for the works council alone, and never for whoever promised', () => {
    expect(askStaff(promise, asked, council)).toEqual({ ok: true, value: { version: 4 } })
    expect(askStaff(promise, asked, director)).toMatchObject({ because: 'notOverOwnPromise' })
    expect(askStaff(promise, asked, { roles: ['executive', 'worksCouncil'] })).toMatchObject({ ok: false })
    expect(askStaff(promise, asked, { roles: ['agent'] })).toMatchObject({ because: 'notYourDeed' })
  })

  test('is about what was read, once, and only when there is something to judge', () => {
    expect(askStaff(promise, { ...asked, seen: 3 }, council)).toMatchObject({ because: 'changedMeanwhile' })
    expect(askStaff(promise, { ...asked, isAsked: true }, council)).toMatchObject({ because: 'askedAlready' })
    expect(askStaff({ ...promise, status: 'kept' }, asked, council)).toMatchObject({ because: 'nothingToAsk' })
    const erased = { ...promise, now: { text: '' } }
    expect(askStaff(erased, asked, council)).toMatchObject({ because: 'nothingToAsk' })
    const asking = promiseStatuses.filter(status => isToBeAsked({ status, isOverdue: false }))
    expect(asking).toEqual(['claimedKept', 'claimedPartly', 'claimedBroken', 'disputed'])
    expect(isToBeAsked({ status: 'made', isOverdue: true })).toBe(true)
  })

  test('is about the words of that moment: an amendment afterwards does not soften the question', () => {
    const first = { text: 'Vier uur training.' } as never
    const event = (version: number, text: string) => ({ version, changed: { text } }) as never
    const events = [event(2, 'Drie uur training.'), event(5, 'Wie wil, krijgt training.')]
    const id = questionIdOf('P-12', 4, 0)
    expect(id).toMatch(/^[A-Za-z0-9._-]{1,64}$/)
    expect(wordsAt({ first, events }, versionAsked(id))).toBe('Drie uur training.')
    expect(wordsAt({ first, events }, 5), 'control').toBe('Wie wil, krijgt training.')
  })
})
