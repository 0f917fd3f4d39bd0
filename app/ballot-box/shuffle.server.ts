import { randomInt } from 'node:crypto'

/** Returns the places 0 … length − 1 in an order that nobody can predict or repeat (Fisher–Yates). */
export function shuffledPlaces(length: number): number[] {
  const places = Array.from({ length }, (_, at) => at)
  for (let at = length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    ;[places[at], places[other]] = [places[other]!, places[at]!]
  }
  return places
}
