import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { Table } from '~/ui/table'
import { findingOf } from './criteria'
import { MeasureWords } from './measure-words'
import type { CriterionShown, StepShown } from './shown'
import { barInWords, milliInWords } from './writing/wording'

/** The bars of a step, with the last measurement of each and what all of them together say so far. */
export function CriteriaTable({ step }: { step: StepShown }) {
  const { t, language } = useWords()
  const columns = [
    {
      label: t('gates.criteria.measure'),
      cell: (one: CriterionShown) => <MeasureWords criterion={one} version={step.version} />,
    },
    { label: t('gates.criteria.bar'), cell: (one: CriterionShown) => barInWords(one, t, language) },
    { label: t('gates.criteria.last'), cell: (one: CriterionShown) => <Last criterion={one} step={step} /> },
    { label: t('gates.criteria.sofar'), cell: (one: CriterionShown) => <SoFar criterion={one} step={step} /> },
    { label: t('gates.criteria.source'), cell: (one: CriterionShown) => one.source },
  ]
  return (
    <Table
      caption={t('gates.criteria.caption')}
      columns={columns}
      rows={step.criteria}
      keyOf={one => `${one.number}`}
    />
  )
}

type CellProps = { criterion: CriterionShown; step: StepShown }

function Last({ criterion, step }: CellProps) {
  const { t, language } = useWords()
  const day = useDayInWords()
  const last = step.measurements.filter(one => one.criterion === criterion.number).at(-1)
  if (!last) return t('gates.criteria.notMeasured')
  const value = `${milliInWords(last.valueMilli, language)} ${criterion.unit}`
  return t('gates.criteria.measured', { value, cases: last.volume, until: day(last.untilOn, 'short') })
}

const signs = { met: '✓', notMet: '×', tooLittle: '…' } as const

/** Said by a sign and a word, never by colour alone. */
function SoFar({ criterion, step }: CellProps) {
  const { t, language } = useWords()
  const { says, valueMilli, volume } = findingOf(criterion, step.measurements)
  const value = valueMilli === undefined ? '' : `${milliInWords(valueMilli, language)} ${criterion.unit}`
  return (
    <span className="status-word" data-status={says === 'notMet' ? 'broken' : says === 'met' ? 'kept' : undefined}>
      <span className="status-sign" aria-hidden="true">
        {signs[says]}
      </span>
      {t(`gates.finding.${says}`, { value, volume, minimum: criterion.minimumVolume })}
    </span>
  )
}
