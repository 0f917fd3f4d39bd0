/** An answer in two, so that at least half of a figure is new. @source our own choice: with fewer, it is mostly the figure of another round */
const newFrom = 2

/** Tells whether a figure speaks of its own round: at least half of its answers were given in it. */
export function isOfThisRound(n: number, olderAnswers = 0): boolean {
  return (n - olderAnswers) * newFrom >= n
}
