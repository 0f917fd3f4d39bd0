import { useWords } from '~/language/words'
import { Notice } from '~/ui/notice'
import { Table } from '~/ui/table'
import type { UnitShown } from './planning'
import { smallestRoster } from './units'

/** The groups in which answers are counted, with the size of each staff list; or why there can be none. */
export function UnitsTable({ units }: { units: readonly UnitShown[] | null }) {
  const { t } = useWords()
  if (!units) {
    return (
      <Notice kind="warning" title={t('pulses.rounds.units.tooFewTitle')}>
        {t('pulses.rounds.units.tooFew', { smallest: smallestRoster })}
      </Notice>
    )
  }
  const someAreJoint = units.some(({ teams }) => teams.length > 0)
  const joint = { label: t('pulses.rounds.units.teams'), cell: ({ teams }: UnitShown) => <Teams names={teams} /> }
  const columns = [
    { label: t('pulses.rounds.units.unit'), cell: ({ label }: UnitShown) => label },
    { label: t('pulses.rounds.units.roster'), cell: ({ roster }: UnitShown) => roster, number: true },
    ...(someAreJoint ? [joint] : []),
  ]
  return <Table caption={t('pulses.rounds.units.caption')} columns={columns} rows={units} keyOf={({ id }) => id} />
}

function Teams({ names }: { names: readonly string[] }) {
  const { t } = useWords()
  if (names.length === 0) return <span className="note">{t('pulses.rounds.units.alone')}</span>
  return <>{names.join(', ')}</>
}
