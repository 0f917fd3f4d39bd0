import { describe, expect, test } from 'vitest'
import { bounds } from '~/pulses/disclosure'
import { sharesOf } from '~/ui/share-bar'

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
