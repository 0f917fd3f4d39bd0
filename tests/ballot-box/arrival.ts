import { readFileSync } from 'node:fs'

/**
 * Attacks the raw bytes of a box: how well does the place of a ballot in the file tell when it came in?
 * 1 or 0 is entirely, 0.5 not at all (Kendall).
 */
export function arrivalScore(path: string): number {
  const raw = readFileSync(path).toString('latin1')
  const order = [...raw.matchAll(/PAGE#(\d{4})#/g)].map(([, number]) => Number(number))
  const pairs = order.flatMap((one, at) => order.slice(at + 1).map(later => one < later))
  return pairs.filter(Boolean).length / pairs.length
}
