import { useWords } from '~/language/words'
import { DayText, useDayInWords } from '~/ui/day'
import { Section } from '~/ui/page'
import { Picture } from '~/ui/picture'
import { Table } from '~/ui/table'
import type { CriterionShown, MeasurementShown } from '../shown'
import { LastFinding, useMeasureWords } from './last-finding'
import { type Trend, trendOf } from './trend'

/** A measurement with the name of the program that sent it. */
export type MeasurementLine = MeasurementShown & { meter?: string }

type MeasuredCriterionProps = { criterion: CriterionShown; measurements: readonly MeasurementLine[] }

/** One criterion: what is found so far, how that went, and every measurement with how it came in. */
export function MeasuredCriterion({ criterion, measurements }: MeasuredCriterionProps) {
  const { t } = useWords()
  const words = useMeasureWords()
  const { number, measure, source } = criterion
  const own = measurements.filter(one => one.criterion === number)
  const table = <MeasurementTable criterion={criterion} rows={own} />
  return (
    <Section title={t('gates.measuring.number', { number, measure })} id={`criterion-${number}`}>
      <LastFinding criterion={criterion} measurements={own} />
      <p className="note">{t('gates.measuring.source', { source })}</p>
      {own.length > 1 ? (
        <Picture
          name={`gate-criterion-${number}`}
          title={t('gates.measuring.trend.title', { measure })}
          reading={t('gates.measuring.trend.reading', { asked: words.asked(criterion) })}
          table={table}
        >
          <TrendDrawing trend={trendOf(criterion.thresholdMilli, own)} />
        </Picture>
      ) : (
        own.length > 0 && table
      )}
    </Section>
  )
}

function TrendDrawing({ trend: { points, thresholdY, width, height } }: { trend: Trend }) {
  return (
    <svg className="measure-trend" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <line className="measure-threshold" x1="0" x2={width} y1={thresholdY} y2={thresholdY} />
      <polyline className="measure-line" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map(({ x, y }) => (
        <circle className="measure-point" key={x} cx={x} cy={y} r="4" />
      ))}
    </svg>
  )
}

function MeasurementTable({ criterion, rows }: { criterion: CriterionShown; rows: readonly MeasurementLine[] }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const words = useMeasureWords()
  const days = ({ fromOn, untilOn }: MeasurementLine) =>
    fromOn === untilOn ? (
      <DayText day={fromOn} />
    ) : (
      t('gates.measuring.days', { from: inWords(fromOn, 'short'), until: inWords(untilOn, 'short') })
    )
  const way = ({ way: by, meter = '', enteredOn }: MeasurementLine) =>
    t('gates.measuring.entered', {
      way: t(`gates.measuring.way.${by}`, { name: meter }),
      day: inWords(enteredOn, 'short'),
    })
  const columns = [
    { label: t('gates.measuring.column.days'), cell: days },
    {
      label: t('gates.measuring.column.value'),
      cell: ({ valueMilli }: MeasurementLine) => words.amount(valueMilli, criterion.unit),
    },
    { label: t('gates.measuring.column.cases'), cell: ({ volume }: MeasurementLine) => words.cases(volume) },
    { label: t('gates.measuring.column.way'), cell: way },
  ]
  const caption = t('gates.measuring.caption', { number: criterion.number })
  return <Table caption={caption} captionHidden columns={columns} rows={rows} keyOf={({ id }) => id} />
}
