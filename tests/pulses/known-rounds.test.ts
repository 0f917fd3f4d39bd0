import { expect, test } from 'vitest'
import { readOnce } from '~/pulses/results/over-time/known-rounds'

const round = (number: number, resultsSha256 = 'a') => ({ id: `R${number}`, number, resultsSha256 })

/** A memory for so many rounds, and the rounds that were read, in order. */
function memory(most: number, failing = new Set<number>()) {
  const reads: number[] = []
  const measured = readOnce(async ({ number }: ReturnType<typeof round>) => {
    reads.push(number)
    if (failing.has(number)) throw new Error('no database')
    return number
  }, most)
  return { reads, measured }
}

test('a round is read once, and again when its figures are others', async () => {
  const { reads, measured } = memory(3)
  for (const one of [round(1), round(1), round(1, 'b')]) await measured(one)
  expect(reads).toEqual([1, 1])
})

test('a round that could not be read is read again, and stays known afterwards', async () => {
  const failing = new Set([1])
  const { reads, measured } = memory(3, failing)
  await expect(measured(round(1))).rejects.toThrow('no database')
  failing.clear()
  for (let again = 0; again < 2; again++) expect(await measured(round(1))).toBe(1)
  expect(reads).toEqual([1, 1])
})

test('of more rounds than fit only the earliest are read each time, and a new round takes a place', async () => {
  const { reads, measured } = memory(3)
  const all = [5, 4, 3, 2, 1].map(number => round(number))
  for (const one of all) await measured(one)
  expect(reads.splice(0)).toEqual([5, 4, 3, 2, 1])
  for (const one of all) await measured(one)
  expect(reads.splice(0)).toEqual([2, 1])
  for (const number of [6, 6, 5, 4]) await measured(round(number))
  expect(reads).toEqual([6])
})
