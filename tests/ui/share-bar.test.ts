import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { bounds } from '~/pulses/disclosure/rules'
import { ShareBar, sharesOf } from '~/ui/share-bar'
import { SharePaints } from '~/ui/share-paints'

type Part = { kind: string; people: number }
type Divide = (n: number, favourable: readonly [number, number], unfavourable: readonly [number, number]) => Part[]

/** Lists every small result that would be drawn as a bar which is too long, too short or says more than is published. */
function wrongBars(divide: Divide): string[] {
  const wrong: string[] = []
  for (let n = 7; n <= 16; n++)
    for (let favourable = 0; favourable <= n; favourable++)
      for (let unfavourable = 0; unfavourable <= n - favourable; unfavourable++) {
        const published = [bounds(favourable, n), bounds(unfavourable, n)] as const
        const parts = divide(n, ...published)
        const people = (kind: string) =>
          parts.filter(part => part.kind === kind).reduce((sum, one) => sum + one.people, 0)
        const isWhole = parts.every(part => part.people >= 0) && parts.reduce((sum, one) => sum + one.people, 0) === n
        const isPublished = people('for') === published[0][0] && people('against') === published[1][0]
        const isSure = people('between') <= n - favourable - unfavourable
        if (!isWhole || !isPublished || !isSure) wrong.push(`${favourable} for, ${unfavourable} against of ${n}`)
      }
  return wrong
}

/** Takes the middle for everybody who is not surely for or against, as if it were known. */
const knowsTooMuch: Divide = (n, favourable, unfavourable) => [
  { kind: 'for', people: favourable[0] },
  { kind: 'between', people: n - favourable[0] - unfavourable[0] },
  { kind: 'against', people: unfavourable[0] },
]

describe('the bar of a result', () => {
  test('is exactly as long as there are people, and shows as sure only what is published', () => {
    expect(wrongBars(sharesOf)).toEqual([])
  })

  test('control: a bar that takes the unknown for the middle is noticed', () => {
    expect(wrongBars(knowsTooMuch).length).toBeGreaterThan(0)
  })
})

const words = { favourable: 'Eens', unknown: 'Gearceerd', between: 'Neutraal', unfavourable: 'Oneens' }
const drawn = (n: number, most: number) =>
  renderToStaticMarkup(
    createElement(ShareBar, { n, favourable: [0, 3], unfavourable: bounds(most, n), words, label: 'Team' }),
  )

/** Lists what a drawing is painted with that is not on the page: a browser leaves it out without a word. */
function missingPaints(drawing: string, page: string): string[] {
  const asked = [...drawing.matchAll(/(?:url\(|href=")#([\w-]+)/g)].map(match => match[1]!)
  return [...new Set(asked)].filter(id => !page.includes(`id="${id}"`))
}

describe('the drawing of a bar', () => {
  test('finds every paint it asks for on a page that keeps them once', () => {
    const page = renderToStaticMarkup(createElement(SharePaints))
    expect(missingPaints(drawn(12, 5), page)).toEqual([])
    expect(missingPaints(drawn(12, 5), ''), 'control: a page without paints').toHaveLength(3)
  })

  test('is as light for forty people as for twelve', () => {
    const elements = (drawing: string) => drawing.match(/<\w/g)!.length
    expect(elements(drawn(40, 5))).toBe(elements(drawn(12, 5)))
    const block = '<line></line>'
    expect(elements(block.repeat(40)), 'control: a block each').toBeGreaterThan(elements(block.repeat(12)))
  })
})
