/** One measured figure, in the shape that programs rely on; nothing to compare with is `null`. */
export type Figure = {
  name: string
  value: number
  unit: string
  floor: number | null
  ratio: number | null
  target: string
  ok: boolean
}

/** What a figure should be: its ratio to the floor, or its own value. */
export type Target = { of: 'ratio' | 'value'; is: '>=' | '<=' | '<'; bound: number }

/** What one room of the house measured, and what it could not measure and why. */
export type Measured = { figures: Figure[]; skipped: Record<string, string> }

type Wish = { floor?: number; target?: Target }

/** Makes a figure; without a target it is always in order. */
export function figure(name: string, value: number, unit: string, { floor, target }: Wish = {}): Figure {
  const ratio = floor === undefined ? null : value / floor
  const judged = target && { ...target, measured: target.of === 'ratio' ? (ratio ?? Number.NaN) : value }
  return {
    name,
    value: rounded(value),
    unit,
    floor: floor === undefined ? null : rounded(floor),
    ratio: ratio === null ? null : rounded(ratio),
    target: target ? `${target.of} ${target.is} ${target.bound}` : 'none',
    ok: judged ? keeps[judged.is](judged.measured, judged.bound) : true,
  }
}

const keeps: Record<Target['is'], (measured: number, bound: number) => boolean> = {
  '>=': (measured, bound) => measured >= bound,
  '<=': (measured, bound) => measured <= bound,
  '<': (measured, bound) => measured < bound,
}

/** Returns the middle of some measurements, so that one hiccup of the machine decides nothing. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Measures several things in turns (A B A B …), so that a slow minute of the machine hits all of them alike. */
export async function inTurns<Name extends string, Found>(
  times: number,
  contestants: Record<Name, () => Promise<Found>>,
): Promise<Record<Name, Found[]>> {
  const names = Object.keys(contestants) as Name[]
  const found = Object.fromEntries(names.map(name => [name, [] as Found[]])) as Record<Name, Found[]>
  for (let turn = 0; turn < times; turn++) {
    for (const name of names) found[name].push(await contestants[name]())
  }
  return found
}

/** Keeps three digits that mean something. */
const rounded = (value: number) => (Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3)))
