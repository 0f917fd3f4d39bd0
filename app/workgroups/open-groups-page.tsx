import { useWords } from '~/language/words'
import { useAmountsInWords } from '~/ui/amount'
import { useCarriedLanguage } from '~/ui/masthead'
import { Page } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useFlagInWords } from './hours/hours-flags'
import type { OpenGroup } from './open-groups'

/** For everybody: whether working groups get the money and the hours that they were promised. */
export function OpenGroupsPage({ groups }: { groups: readonly OpenGroup[] }) {
  const { t } = useWords()
  const here = useCarriedLanguage()
  return (
    <Page title={t('groupHours.open.title')} lead={t('groupHours.open.lead')}>
      {groups.length === 0 && <p>{t('groupHours.open.none')}</p>}
      {groups.length > 0 && <GroupsTable groups={groups} />}
      {groups.length > 0 && <p className="note">{t('groupHours.open.reading')}</p>}
      <p>
        <a href={here('/ledger/entries')}>{t('groupHours.open.check')}</a>
      </p>
    </Page>
  )
}

function GroupsTable({ groups }: { groups: readonly OpenGroup[] }) {
  const { t } = useWords()
  const { money } = useAmountsInWords()
  const left = ({ leftCents, givenCents }: OpenGroup) =>
    givenCents === 0
      ? t('groupHours.open.noMoney')
      : t('groupHours.open.moneyOf', { left: money(leftCents), given: money(givenCents) })
  const released = ({ releasedPct: percent }: OpenGroup) =>
    percent === undefined ? t('groupHours.open.noHours') : t('groupHours.open.percent', { percent })
  const columns: Column<OpenGroup>[] = [
    { label: t('groupHours.open.group'), cell: one => named(one, t('groupHours.open.ended')) },
    { label: t('groupHours.open.money'), cell: left },
    {
      label: t('groupHours.open.cuts'),
      cell: one => (one.takenBackCents > 0 ? money(one.takenBackCents) : t('groupHours.open.noCuts')),
    },
    { label: t('groupHours.open.hours'), cell: released },
    { label: t('groupHours.open.flags'), cell: one => <FlagsText group={one} /> },
  ]
  return <Table caption={t('groupHours.open.caption')} columns={columns} rows={groups} keyOf={({ id }) => id} />
}

const named = ({ name, hasEnded }: OpenGroup, ended: string) => (hasEnded ? `${name} (${ended})` : name)

function FlagsText({ group: { flags, takenBackCents } }: { group: OpenGroup }) {
  const { t } = useWords()
  const { money } = useAmountsInWords()
  const say = useFlagInWords()
  const cut = takenBackCents > 0 ? [t('groupHours.open.cut', { money: money(takenBackCents) })] : []
  const said = [...cut, ...flags.map(say)]
  if (said.length === 0) return <>{t('groupHours.open.noFlags')}</>
  return (
    <ul>
      {said.map(sentence => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
