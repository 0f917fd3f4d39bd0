import type { Figure, Measured } from './figure'

const heading = ['figure', 'value', 'unit', 'floor', 'ratio', 'target', '']

/** Writes figures as a table for people, with what was skipped and why below it. */
export function asTable({ figures, skipped }: Measured): string {
  const rows = [heading, ...figures.map(asRow)]
  const widths = heading.map((_, column) => Math.max(...rows.map(row => row[column]!.length)))
  const lines = rows.map(row =>
    row
      .map((text, column) => aligned(text, widths[column]!, column))
      .join('  ')
      .trimEnd(),
  )
  const missing = Object.entries(skipped).map(([name, why]) => `Skipped ${name}: ${why}`)
  const withTarget = figures.filter(({ target }) => target !== 'none')
  const met = `${withTarget.filter(({ ok }) => ok).length} of ${withTarget.length} targets met`
  return `\n${[...lines, '', ...missing, met].join('\n')}\n`
}

const asRow = ({ name, value, unit, floor, ratio, target, ok }: Figure) => [
  name,
  asText(value),
  unit,
  floor === null ? '' : asText(floor),
  ratio === null ? '' : asText(ratio),
  target === 'none' ? '' : target,
  target === 'none' ? '' : ok ? 'ok' : 'MISSED',
]

const asText = (value: number) =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 1000 ? 1 : 0 })

/** Figures stand under each other by their last digit. */
const aligned = (text: string, width: number, column: number) =>
  column === 1 || column === 3 || column === 4 ? text.padStart(width) : text.padEnd(width)
