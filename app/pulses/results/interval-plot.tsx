import { useWords } from '~/language/words'
import type { Published } from '~/statistics/newcombe'
import { outwardInterval } from '~/statistics/wilson'

/** Pixels. A line of the picture holds its number and a mark that can be seen from a chair. */
const lineHeight = 32
const footHeight = 28

/** Percent of the width: where nobody stands, and where everybody does. Left of it is room for the number. */
const [from, to] = [9, 94]
const across = (share: number) => `${Math.round(100 * (from + share * (to - from))) / 100}%`

const marks = [
  [0, 'none', 'start'],
  [1 / 2, 'half', 'middle'],
  [1, 'all', 'end'],
] as const

type PlotRow = { name: string; share: Published }

/** Shares below each other: a block for what was counted, in its bounds, and a thin line for the margin around it. */
export function IntervalPlot({ rows }: { rows: readonly PlotRow[] }) {
  const { t } = useWords()
  const foot = rows.length * lineHeight
  return (
    <svg className="interval-plot" width="100%" height={foot + footHeight} aria-hidden="true">
      {[0, 1 / 4, 1 / 2, 3 / 4, 1].map(share => (
        <line key={share} className="plot-rule" x1={across(share)} x2={across(share)} y1="0" y2={foot} />
      ))}
      {rows.map((row, place) => (
        <PlotLine key={row.name} row={row} y={(place + 1 / 2) * lineHeight} />
      ))}
      {marks.map(([share, word, anchor]) => (
        <text key={word} className="plot-word" x={across(share)} y={foot + 20} textAnchor={anchor}>
          {t(`results.share.${word}`)}
        </text>
      ))}
    </svg>
  )
}

function PlotLine({ row: { name, share }, y }: { row: PlotRow; y: number }) {
  const { bounds, n } = share
  const { lowest, highest } = outwardInterval(bounds, n)
  return (
    <>
      <text className="plot-name" x="0" y={y + 5}>
        {name}
      </text>
      <line className="plot-margin" x1={across(lowest)} x2={across(highest)} y1={y} y2={y} />
      <line className="plot-ends" x1={across(lowest)} x2={across(lowest)} y1={y - 5} y2={y + 5} />
      <line className="plot-ends" x1={across(highest)} x2={across(highest)} y1={y - 5} y2={y + 5} />
      {bounds[0] < bounds[1] ? (
        <line className="plot-counted" x1={across(bounds[0] / n)} x2={across(bounds[1] / n)} y1={y} y2={y} />
      ) : (
        <circle className="plot-exact" cx={across(bounds[0] / n)} cy={y} r="6" />
      )}
    </>
  )
}
