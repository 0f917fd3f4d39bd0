import { Link } from '@remix-run/react'
import { useMemo } from 'react'
import { useWords } from '~/language/words'
import { outwardInterval } from '~/statistics/wilson'
import { ResultChart } from '~/ui/chart'
import { useDayInWords } from '~/ui/day'
import { Page, Section } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useShare } from '../figure-words'
import { toldBy, toldOf } from '../telling'
import { useChange } from './change-words'
import type { Trend, TrendPoint } from './trend'

/** One figure over time: what may be said of the last change first, then every round with its margin. */
export function TrendPage({ trend }: { trend: Trend }) {
  const { t, language } = useWords()
  const change = useChange()
  const picture = usePicture(trend)
  const { id, kind, text, points } = trend
  const last = points.at(-1)
  const word = t(`results.class.${kind}.${toldBy(kind)}`)
  const title = t('results.trend.title', { word })
  return (
    <Page title={text[language]} kicker={t('results.trend.kicker')}>
      <p className="headline">{points.length > 1 ? change(last?.change) : t('results.trend.once')}</p>
      <ResultChart
        {...picture}
        kind="line"
        name={`trend-${id.replace('.', '-')}`}
        title={title}
        reading={t('results.trend.reading')}
        table={<TrendTable trend={trend} title={title} />}
      />
      <Section title={t('results.reading.title')}>
        <ul className="reading-rules">
          <li>{t('results.trend.joined')}</li>
          <li>{t('results.reading.margin')}</li>
          <li>{t('results.trend.others')}</li>
        </ul>
      </Section>
      {last && (
        <p>
          <Link to={`/app/results/${last.round.id}#${id}`}>
            {t('results.roundTitle', { number: last.round.number })}
          </Link>
        </p>
      )}
    </Page>
  )
}

function TrendTable({ trend: { kind, points }, title }: { trend: Trend; title: string }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const share = useShare()
  const change = useChange()
  const told = ({ figure }: TrendPoint) => share(toldOf(kind, figure))
  const counted = (point: TrendPoint) =>
    point.older > 0 ? t('results.trend.counted', { said: told(point).said, count: point.older }) : told(point).said
  const columns: Column<TrendPoint>[] = [
    { label: t('results.trend.round'), cell: ({ round }) => `${round.number} (${inWords(round.closesOn, 'short')})` },
    { label: t('results.overview.inWords'), cell: point => told(point).inWords },
    { label: t('results.overview.counted'), cell: point => counted(point) },
    { label: t('results.overview.margin'), cell: point => told(point).interval },
    { label: t('results.overview.change'), cell: point => change(point.change) },
  ]
  return <Table caption={title} captionHidden columns={columns} rows={points} keyOf={({ round }) => round.id} />
}

/** Percents, with each point in the middle of its published bounds. */
function usePicture({ kind, points }: Trend) {
  const { t } = useWords()
  return useMemo(() => {
    const shares = points.map(({ figure }) => toldOf(kind, figure))
    const percent = (share: number) => Math.round(share * 1000) / 10
    return {
      labels: points.map(({ round }) => t('results.trend.short', { number: round.number })),
      most: 100,
      series: [
        {
          label: '',
          values: shares.map(({ bounds, n }) => percent((bounds[0] + bounds[1]) / (2 * n))),
          intervals: shares.map(({ bounds, n }) => {
            const { lowest, highest } = outwardInterval(bounds, n)
            return [percent(lowest), percent(highest)] as const
          }),
          joined: points.map(({ isJoined }) => isJoined),
        },
      ],
    }
  }, [kind, points, t])
}
