import { useWords } from '~/language/words'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { Table } from '~/ui/table'
import type { Difference, DifferenceGroup, DifferenceLine } from './difference'

/** Shows who is new, changed, moved and leaving. */
export function StaffDifference({ difference }: { difference: Difference }) {
  const { t } = useWords()
  const { groups, newTeams, newSites, changesNothing } = difference
  if (changesNothing) return <Notice>{t('people.import.nothing')}</Notice>
  return (
    <>
      <p>{groups.map(({ kind, count }) => t(`people.import.${kind}`, { count })).join(' · ')}</p>
      {newSites.length > 0 && <p>{t('people.import.newSites', { names: newSites.join(', ') })}</p>}
      {newTeams.length > 0 && <p>{t('people.import.newTeams', { names: newTeams.join(', ') })}</p>}
      {groups.map(group => (
        <Group key={group.kind} group={group} />
      ))}
    </>
  )
}

function Group({ group }: { group: DifferenceGroup }) {
  const { t } = useWords()
  const { kind, count, lines } = group
  const title = t(`people.import.${kind}`, { count })
  const what = ({ parts, fromTeam, team }: DifferenceLine) =>
    [
      fromTeam === '' ? '' : t('people.import.fromTo', { from: fromTeam, to: team }),
      parts.includes('name') ? t('people.import.partName') : '',
      parts.includes('roles') ? t('people.import.partRoles') : '',
    ]
      .filter(word => word !== '')
      .join(', ')
  const columns = [
    { label: t('people.list.name'), cell: ({ name }: DifferenceLine) => name },
    { label: t('people.list.team'), cell: ({ team }: DifferenceLine) => team },
    ...(kind === 'changed' || kind === 'moved' ? [{ label: t('people.import.what'), cell: what }] : []),
  ]
  return (
    <Section title={title}>
      <Table
        caption={title}
        captionHidden
        rows={lines}
        keyOf={({ name, email, team }) => `${email} ${name} ${team}`}
        columns={columns}
      />
      {count > lines.length && <p>{t('people.import.more', { count: count - lines.length })}</p>}
    </Section>
  )
}

/** Shows what is wrong with a list, line by line. */
export function StaffProblems({ difference }: { difference: Difference }) {
  const { t } = useWords()
  const { problems, problemCount } = difference
  return (
    <Section title={t('people.import.problemsTitle')}>
      <Notice kind="warning">{t('people.import.problemsLead', { count: problemCount })}</Notice>
      <Table
        caption={t('people.import.problemsCaption')}
        captionHidden
        rows={problems}
        keyOf={({ line, column, reason }) => `${line} ${column} ${reason}`}
        columns={[
          {
            label: t('people.import.line'),
            cell: ({ line }) => (line === 0 ? t('people.import.wholeList') : `${t('people.import.line')} ${line}`),
          },
          { label: t('people.import.column'), cell: ({ column }) => (column ? t(`people.column.${column}`) : '–') },
          { label: t('people.import.reason'), cell: ({ reason }) => t(`people.staffProblem.${reason}`) },
        ]}
      />
      {problemCount > problems.length && (
        <p>{t('people.import.moreProblems', { count: problemCount - problems.length })}</p>
      )}
    </Section>
  )
}
