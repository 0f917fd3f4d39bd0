import { useWords } from '~/language/words'
import { useSaid } from '~/pulses/results/figure-words'
import { type Column, Table } from '~/ui/table'
import type { Told } from './told'

type Row = Told['topics'][number]

/** How many talks were about each topic, always in the same order: nothing here is ranked. */
export function TopicTable({ everybody, own }: { everybody: Told; own?: Told }) {
  const { t } = useWords()
  const said = useSaid()
  const ownOf = ({ topic }: Row) => own?.topics.find(one => one.topic === topic)?.figure
  const columns: Column<Row>[] = [
    { label: t('talkFigures.topics.topic'), cell: ({ topic }) => t(`record.topic.${topic}`) },
    { label: t('talkFigures.everybody'), cell: ({ figure }) => said(figure.favourable, figure.n) },
  ]
  const withOwn: Column<Row> = {
    label: t('talkFigures.own.title'),
    cell: row => {
      const figure = ownOf(row)
      return figure ? said(figure.favourable, figure.n) : ''
    },
  }
  return (
    <Table
      caption={t('talkFigures.topics.title')}
      captionHidden
      columns={own && own.topics.length > 0 ? [...columns, withOwn] : columns}
      rows={everybody.topics}
      keyOf={({ topic }) => topic}
    />
  )
}
