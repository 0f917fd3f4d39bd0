import { getItem } from 'surveys/instrument'
import { selfCheck } from 'surveys/self-check/v1'
import { useWords } from '~/language/words'
import { linesOf } from './lines'
import type { MirrorRow, OwnAnswer, Reflected } from './rules'

/** Units of the drawing; it is as wide as a small phone, and grows with its place. */
const width = 328
const [from, to] = [16, 312]
const textLine = 18
const barHeight = 50

const across = (share: number) => Math.round((from + share * (to - from)) * 10) / 10

/** Where a mark stands: a class is no share, so it has only three places. */
const placeOf: Record<Exclude<OwnAnswer, 'notKnown'>, number> = { unfavourable: 0, middle: 1 / 2, favourable: 1 }

/** Beside the words, so that they are found at a glance. */
const signs = { blindSpot: '▼', betterThanThought: '▲', none: '' }

/** One row a statement: what management says of itself as a diamond, the share of staff as a bar with its margin. */
export function Dumbbell({ rows }: { rows: readonly MirrorRow[] }) {
  const { language } = useWords()
  const told = rows.map(row => ({ row, lines: linesOf(getItem(selfCheck, row.id).text[language]) }))
  let height = 3 * textLine
  const placed = told.map(one => {
    const y = height
    height += one.lines.length * textLine + barHeight
    return { ...one, y }
  })
  return (
    <svg className="dumbbell" viewBox={`0 0 ${width} ${height + textLine}`} aria-hidden="true">
      <Scale y={textLine / 2} />
      <Scale y={height} />
      {placed.map(({ row, lines, y }) => (
        <g key={row.id}>
          {lines.map((line, place) => (
            <text key={line} className="dumbbell-text" x="0" y={y + place * textLine}>
              {line}
            </text>
          ))}
          <Row row={row} y={y + lines.length * textLine + 2} />
        </g>
      ))}
    </svg>
  )
}

/** From nobody to everybody, with a line at one half: on which side of it an interval lies decides what is said. */
function Scale({ y }: { y: number }) {
  const { t } = useWords()
  const marks = [
    { share: 0, word: t('results.share.none'), anchor: 'start' },
    { share: 1 / 2, word: t('results.share.half'), anchor: 'middle' },
    { share: 1, word: t('results.share.all'), anchor: 'end' },
  ] as const
  return marks.map(({ share, word, anchor }) => (
    <text key={share} className="dumbbell-text" x={across(share)} y={y + 8} textAnchor={anchor}>
      {word}
    </text>
  ))
}

function Row({ row: { management, staff, isOlder, gap }, y }: { row: MirrorRow; y: number }) {
  const { t } = useWords()
  const place = management && management !== 'notKnown' ? placeOf[management] : undefined
  return (
    <>
      <line className="dumbbell-track" x1={from} x2={to} y1={y} y2={y} />
      <line className="dumbbell-track" x1={across(1 / 2)} x2={across(1 / 2)} y1={y - 9} y2={y + 9} />
      {staff && place !== undefined && <Reach staff={staff} to={place} gap={gap} y={y} />}
      {staff && <Staff staff={staff} y={y} />}
      {place !== undefined && <path className="dumbbell-management" d={diamond(across(place), y)} />}
      {isOlder && (
        <text className="dumbbell-text" x={width} y={y + 24} textAnchor="end">
          {t('readiness.mirror.older')}
        </text>
      )}
      {gap && (
        <text className={gap === 'none' ? 'dumbbell-text' : 'dumbbell-verdict'} x={width} y={y + 24} textAnchor="end">
          {`${signs[gap]} ${t(`readiness.mirror.gap.${gap}`)}`.trim()}
        </text>
      )}
    </>
  )
}

/** What ties the two together: whole where a gap is shown, broken where none is. */
function Reach({ staff, to: place, gap, y }: { staff: Reflected; to: number; gap: MirrorRow['gap']; y: number }) {
  const { lowest, highest } = staff.interval
  const near = Math.min(Math.max(place, lowest), highest)
  const isShown = gap !== undefined && gap !== 'none'
  return (
    <line className={isShown ? 'dumbbell-gap' : 'dumbbell-no-gap'} x1={across(near)} x2={across(place)} y1={y} y2={y} />
  )
}

/** The margin as a bar, what was counted as one dot, or as two with all between them where only bounds are shown. */
function Staff({ staff: { count, n, interval }, y }: { staff: Reflected; y: number }) {
  const [least, most] = [across(count[0] / n), across(count[1] / n)]
  const start = across(interval.lowest)
  return (
    <>
      <rect
        className="dumbbell-margin"
        x={start}
        y={y - 6}
        width={across(interval.highest) - start}
        height="12"
        rx="2"
      />
      <line className="dumbbell-count" x1={least} x2={most} y1={y} y2={y} />
      <circle className="dumbbell-dot" cx={least} cy={y} r="4" />
      {most > least && <circle className="dumbbell-dot" cx={most} cy={y} r="4" />}
    </>
  )
}

const diamond = (x: number, y: number) => `M${x} ${y - 9}L${x + 9} ${y}L${x} ${y + 9}L${x - 9} ${y}Z`
