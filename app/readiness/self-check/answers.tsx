import { barrierLabel, isBarrier } from 'surveys/five-barriers/v1'
import { getItem, getScale } from 'surveys/instrument'
import { selfCheck } from 'surveys/self-check/v1'
import { useWords } from '~/language/words'
import { type Column, Table } from '~/ui/table'
import { type AllWritten, notKnown, outOf, type SelfCheckLine } from './rules'

const { steps } = getScale(selfCheck, 'agree5')

/** Returns writers of what stands on a line: what it is about, an answer, and an expectation. */
export function useLineWords() {
  const { t, language } = useWords()
  return {
    about: (itemId: string) =>
      isBarrier(itemId) ? barrierLabel(itemId)[language] : getItem(selfCheck, itemId).text[language],
    answer: (value: number) =>
      value === notKnown
        ? t('readiness.selfCheck.notKnown')
        : (steps.find(step => step.value === value)?.label[language] ?? ''),
    expectation: (ofTen: number) => t('readiness.ofTen', { ofTen, outOf }),
  }
}

/** The steps of the scale as choices, the last one for what management does not know. */
export const answerValues = [...steps.map(({ value }) => value), notKnown]

type AnswersProps = { lines: readonly SelfCheckLine[]; written: AllWritten }

/** What management answers and expects, as everybody reads it later. */
export function Answers({ lines, written }: AnswersProps) {
  const { t } = useWords()
  const statements = lines.filter(({ parts }) => parts.includes('answer'))
  const barriers = lines.filter(({ parts }) => !parts.includes('answer'))
  const columns = useColumns(written)
  return (
    <>
      {statements.length > 0 && (
        <Table
          caption={t('readiness.selfCheck.statements')}
          columns={[columns.about, columns.answer, columns.expectation]}
          rows={statements}
          keyOf={({ itemId }) => itemId}
        />
      )}
      <Table
        caption={t('readiness.selfCheck.barriers')}
        columns={[columns.about, columns.expectation]}
        rows={barriers}
        keyOf={({ itemId }) => itemId}
      />
    </>
  )
}

function useColumns(written: AllWritten): Record<'about' | 'answer' | 'expectation', Column<SelfCheckLine>> {
  const { t } = useWords()
  const words = useLineWords()
  const missing = t('readiness.selfCheck.missing')
  const said = (value: number | undefined, say: (value: number) => string) =>
    value === undefined ? missing : say(value)
  return {
    about: { label: t('readiness.selfCheck.about'), cell: ({ itemId }) => words.about(itemId) },
    answer: {
      label: t('readiness.selfCheck.answer'),
      cell: ({ itemId }) => said(written[itemId]?.answer, words.answer),
    },
    expectation: {
      label: t('readiness.selfCheck.expectation'),
      cell: ({ itemId }) => said(written[itemId]?.expectation, words.expectation),
    },
  }
}
