import { useMemo } from 'react'
import { useWords } from '~/language/words'
import { useAmountsInWords } from '~/ui/amount'
import { ResultChart } from '~/ui/chart'
import { Section } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { monthInWords } from '../month'
import type { Forecast, MonthLeft } from './forecast'

type BurnDownProps = { months: MonthLeft[]; forecast: Forecast }

/** How the money goes down, month by month, and until when it lasts: said with care, because one order changes it. */
export function BurnDown({ months, forecast }: BurnDownProps) {
  const { t } = useWords()
  const picture = usePicture(months)
  const said = useForecast(forecast)
  return (
    <Section title={t('budget.pace.title')}>
      <p>{said}</p>
      {forecast.kind === 'until' && <p className="note">{t('budget.pace.care')}</p>}
      {months.length > 1 && (
        <ResultChart
          {...picture}
          kind="line"
          name="budget"
          title={t('budget.pace.picture')}
          reading={t('budget.pace.reading')}
          table={<MonthsTable months={months} />}
        />
      )}
    </Section>
  )
}

function useForecast(forecast: Forecast): string {
  const { t, language } = useWords()
  const { money } = useAmountsInWords()
  if (forecast.kind !== 'until') return t(`budget.forecast.${forecast.kind}`)
  const { month, perMonthCents } = forecast
  return t('budget.forecast.until', { month: monthInWords(month, language), money: money(perMonthCents) })
}

function MonthsTable({ months }: { months: MonthLeft[] }) {
  const { t, language } = useWords()
  const { money } = useAmountsInWords()
  const columns: Column<MonthLeft>[] = [
    { label: t('budget.pace.month'), cell: ({ month }) => monthInWords(month, language) },
    { label: t('budget.pace.left'), cell: ({ leftCents }) => money(leftCents), number: true },
    { label: t('budget.pace.free'), cell: ({ freeCents }) => money(freeCents), number: true },
  ]
  return (
    <Table
      caption={t('budget.pace.picture')}
      captionHidden
      columns={columns}
      rows={months}
      keyOf={({ month }) => month}
    />
  )
}

function usePicture(months: MonthLeft[]) {
  const { t, language } = useWords()
  return useMemo(
    () => ({
      labels: months.map(({ month }) => monthInWords(month, language, 'short')),
      series: [
        { label: t('budget.pace.left'), values: months.map(({ leftCents }) => leftCents / 100) },
        { label: t('budget.pace.free'), values: months.map(({ freeCents }) => freeCents / 100) },
      ],
    }),
    [months, t, language],
  )
}
