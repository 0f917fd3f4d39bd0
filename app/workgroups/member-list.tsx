import { useWords } from '~/language/words'
import { DayText } from '~/ui/day'
import { Table } from '~/ui/table'
import type { MemberShown } from './shown'

/** Who sits in a group, with their office and until when; who looks for members says so. */
export function MemberList({ members }: { members: readonly MemberShown[] }) {
  const { t } = useWords()
  if (members.length === 0) return <p>{t('groups.members.none')}</p>
  return (
    <Table
      caption={t('groups.members.title')}
      captionHidden
      rows={members}
      keyOf={({ id }) => id}
      columns={[
        { label: t('groups.members.name'), cell: ({ name }) => name },
        { label: t('groups.members.office'), cell: ({ office }) => t(`groups.office.${office}`) },
        { label: t('groups.members.until'), cell: ({ untilOn }) => <DayText day={untilOn} /> },
      ]}
    />
  )
}
