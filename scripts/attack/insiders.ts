import type { Tried } from '~/ledger/attacks/rules'
import { insiders as promised, publishedFigure } from '~/pulses/disclosure/rules'
import type { Attack } from './attack'
import { attackFigure } from './attackers/groups'

type Publish = (n: number, favourable: number, unfavourable: number) => unknown

/** People in the smallest and in the largest group that is attacked. */
const sizes = { from: 7, to: 14 }

/** A manager reads a figure, and colleagues put their own answers beside it: is it certain what all others said? */
function attack(publish: Publish, coalition: number, { from, to } = sizes): Tried {
  const { views, leaks } = attackFigure(publish, { from, to, insiders: coalition })
  return { tried: views, broken: leaks }
}

const isUnanimous = (n: number, f: number, u: number) => Math.max(f, u, n - f - u) === n
const naive: Record<string, Publish> = {
  exactCounts: (n, f, u) => [n, f, u],
  hiddenWhenUnanimous: (n, f, u) => !isUnanimous(n, f, u) && [n, f, u],
  mean: (n, f, u) => [n, ((n + f - u) / n).toFixed(1)],
  roundedPercentages: (n, f, u) => [n, Math.round((f / n) * 10), Math.round((u / n) * 10)],
}
const controlOf = (publish: Publish) => () => attack(publish, promised, { from: 5, to: 14 })

export const insiders: Attack = {
  id: 'insiders',
  run: () => attack(publishedFigure, promised),
  controls: {
    threeInsiders: () => attack(publishedFigure, promised + 1),
    ...Object.fromEntries(Object.entries(naive).map(([name, publish]) => [name, controlOf(publish)])),
  },
}
