import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundCells } from '~/pulses/disclosure/standing'

/** The same in the words of the rule, cell by cell: right, and far too slow for thousands of units. */
const inPlainWords = (earlier: readonly (readonly string[])[]) =>
  earlier.reduce<string[][]>((cells, old) => {
    if (old.length === 0) return cells
    const touched = cells.filter(cell => cell.some(id => old.includes(id)))
    return [...cells.filter(cell => !touched.includes(cell)), [...new Set([...touched.flat(), ...old])]]
  }, [])

const groups = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 12 }).map(String), { maxLength: 4 }), { maxLength: 9 })

test('what earlier figures bind is found by looking each unit up, and it is the same', () => {
  let joined = 0
  fc.assert(
    fc.property(groups, earlier => {
      const cells = boundCells(earlier)
      if (cells.length < earlier.length) joined += 1
      expect(cells).toEqual(inPlainWords(earlier))
    }),
    { numRuns: 1000, seed: 7 },
  )
  expect(joined, 'control: groups are really joined').toBeGreaterThan(300)
})
