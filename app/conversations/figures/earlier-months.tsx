import { useWords } from '~/language/words'
import { useSaid } from '~/pulses/results/figure-words'
import { Section } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useMonthInWords } from './month-words'
import type { MonthTold } from './told'

/** The months before, of the whole organisation. Each is about talks of its own. */
export function EarlierMonths({ months }: { months: readonly MonthTold[] }) {
  const { t } = useWords()
  const { inTitle } = useMonthInWords()
  const said = useSaid()
  const nothing = t('talkFigures.earlier.held')
  const columns: Column<MonthTold>[] = [
    { label: t('talkFigures.earlier.month'), cell: ({ month }) => inTitle(month) },
    { label: t('talkFigures.earlier.people'), cell: ({ everybody }) => everybody?.figure.n ?? nothing },
    {
      label: t('talkFigures.ending.recorded'),
      cell: ({ everybody }) => (everybody ? said(everybody.figure.favourable, everybody.figure.n) : nothing),
    },
    {
      label: t('talkFigures.ending.noTalk'),
      cell: ({ everybody }) => (everybody ? said(everybody.figure.unfavourable, everybody.figure.n) : nothing),
    },
  ]
  return (
    <Section title={t('talkFigures.earlier.title')}>
      <Table
        caption={t('talkFigures.earlier.title')}
        captionHidden
        columns={columns}
        rows={months}
        keyOf={({ month }) => month}
      />
    </Section>
  )
}
