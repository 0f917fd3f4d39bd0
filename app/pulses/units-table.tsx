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
  const columns = [
    { label: t('pulses.rounds.units.unit'), cell: (unit: UnitShown) => <UnitName unit={unit} /> },
    { label: t('pulses.rounds.units.roster'), cell: ({ roster }: UnitShown) => roster, number: true },
  ]
  const caption = t('pulses.rounds.units.caption')
  return (
    <div className="narrow">
      <Table caption={caption} columns={columns} rows={units} keyOf={({ id }) => id} phone="scroll" />
    </div>
  )
}

/** A name too long to list all its teams lists them below. */
function UnitName({ unit: { label, teams } }: { unit: UnitShown }) {
  const { t } = useWords()
  const isCut = teams.some(team => !label.includes(team))
  return (
    <>
      {label}
      {teams.length > 0 && (
        <p className="note">
          {isCut
            ? t('pulses.rounds.units.togetherWith', { teams: teams.join(', ') })
            : t('pulses.rounds.units.together', { count: teams.length })}
        </p>
      )}
    </>
  )
}
