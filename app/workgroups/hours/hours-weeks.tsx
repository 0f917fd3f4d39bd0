import { useMemo } from 'react'
import { useWords } from '~/language/words'
import { useAmountsInWords } from '~/ui/amount'
import { ResultChart } from '~/ui/chart'
import { Section } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useWeekInWords } from './hours-flags'
import { sharesOf, type WeekTotal } from './rules'

type WeeksProps = { weeks: WeekTotal[]; closedUntil: string }

/** Week by week: what was promised, rostered, pulled back and used, of all members together. */
export function HoursWeeks({ weeks, closedUntil }: WeeksProps) {
  const { t } = useWords()
  const picture = usePicture(weeks, closedUntil)
  return (
    <Section title={t('groupHours.weeks.title')}>
      <ResultChart
        {...picture}
        kind="line"
        name="released-hours"
        title={t('groupHours.weeks.picture')}
        reading={t('groupHours.weeks.reading')}
        table={<WeeksTable weeks={weeks} closedUntil={closedUntil} />}
      />
    </Section>
  )
}

function WeeksTable({ weeks, closedUntil }: WeeksProps) {
  const { t } = useWords()
  const { hours } = useAmountsInWords()
  const inWords = useWeekInWords()
  const named = (week: string) =>
    week > closedUntil ? t('groupHours.weeks.open', { week: inWords(week) }) : inWords(week)
  const told = (one: WeekTotal, text: string) => (one.isHeldBack ? t('groupHours.weeks.heldBack') : text)
  const columns: Column<WeekTotal>[] = [
    { label: t('groupHours.weeks.week'), cell: ({ week }) => named(week) },
    { label: t('groupHours.promised'), cell: one => hours(one.promisedMinutes), number: true },
    { label: t('groupHours.rostered'), cell: one => hours(one.rosteredMinutes), number: true },
    { label: t('groupHours.pulledBack'), cell: one => told(one, hours(one.pulledBackMinutes)), number: true },
    { label: t('groupHours.usedHours'), cell: one => told(one, hours(one.usedMinutes)), number: true },
    { label: t('groupHours.weeks.released'), cell: one => told(one, `${sharesOf(one).releasedPct} %`), number: true },
  ]
  const newest = [...weeks].reverse()
  return (
    <Table
      caption={t('groupHours.weeks.title')}
      captionHidden
      columns={columns}
      rows={newest}
      keyOf={one => one.week}
    />
  )
}

/** Of a week that is still open nobody may have told anything yet: that is a gap, not nothing. */
function usePicture(weeks: WeekTotal[], closedUntil: string) {
  const { t } = useWords()
  return useMemo(() => {
    const isGap = (one: WeekTotal) => one.isHeldBack || (one.week > closedUntil && one.usedMinutes === 0)
    const usedPct = (one: WeekTotal) => (isGap(one) ? null : sharesOf(one).usedPct)
    const releasedPct = (one: WeekTotal) => (one.isHeldBack ? null : sharesOf(one).releasedPct)
    return {
      labels: weeks.map(({ week }) => t('groupHours.weeks.short', { number: Number(week.slice(6)) })),
      most: 100,
      series: [
        { label: t('groupHours.weeks.released'), values: weeks.map(releasedPct) },
        { label: t('groupHours.weeks.used'), values: weeks.map(usedPct) },
      ],
    }
  }, [weeks, closedUntil, t])
}
