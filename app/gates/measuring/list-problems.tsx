import { useWords } from '~/language/words'
import { Notice } from '~/ui/notice'
import { Table } from '~/ui/table'
import type { MeasuringRefusal } from '../criteria'
import { isListReason } from './list-reasons'
import type { LineProblem, Looked } from './looking'

/** Everything that is wrong with a list, line by line as an editor counts them. */
export function ListProblems({ looked: { problems, problemCount } }: { looked: Looked }) {
  const { t } = useWords()
  const what = ({ reason, column }: LineProblem) => {
    if (!isListReason(reason)) return t(`gates.refused.${reason as MeasuringRefusal}`)
    const words = t(`gates.measuring.import.reason.${reason}`)
    if (!column) return words
    return t('gates.measuring.import.inColumn', { column: t(`gates.measuring.import.column.${column}`), what: words })
  }
  const columns = [
    {
      label: t('gates.measuring.import.line'),
      cell: ({ line }: LineProblem) => (line === 0 ? t('gates.measuring.import.whole') : String(line)),
    },
    { label: t('gates.measuring.import.what'), cell: what },
  ]
  const title = t('gates.measuring.import.problemsTitle')
  const more = problemCount - problems.length
  return (
    <>
      <Notice kind="warning" title={title}>
        {t('gates.measuring.import.problemsLead')}
      </Notice>
      <Table
        caption={title}
        captionHidden
        columns={columns}
        rows={problems}
        keyOf={({ line, column, reason }) => `${line} ${column} ${reason}`}
      />
      {more > 0 && <p>{t('gates.measuring.import.more', { count: more })}</p>}
    </>
  )
}
