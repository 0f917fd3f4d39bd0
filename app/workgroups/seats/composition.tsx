import { useWords } from '~/language/words'
import { Table } from '~/ui/table'
import { useTraitWords } from '../rule-text'
import type { SeatsShown } from '../shown'

/** Who has to be at the table, and whether they are; for who may fill seats also how many wait for that. */
export function Composition({ seats }: { seats: SeatsShown }) {
  const { t } = useWords()
  const inWords = useTraitWords()
  const { rules } = seats
  const isTold = rules.some(rule => rule.offered !== undefined)
  if (rules.length === 0) return <p>{t('groups.rules.none')}</p>
  const offered = {
    label: t('groups.composition.offered'),
    cell: (rule: SeatsShown['rules'][number]) => rule.offered ?? 0,
    number: true,
  }
  return (
    <Table
      caption={t('groups.composition.title')}
      captionHidden
      rows={rules}
      keyOf={({ trait, value }) => trait + value}
      columns={[
        { label: t('groups.composition.what'), cell: inWords },
        { label: t('groups.composition.asked'), cell: ({ atLeast }) => atLeast, number: true },
        { label: t('groups.composition.sit'), cell: ({ has }) => has, number: true },
        {
          label: t('groups.composition.met'),
          cell: ({ has, atLeast }) => t(has < atLeast ? 'groups.composition.notMet' : 'groups.composition.isMet'),
        },
        ...(isTold ? [offered] : []),
      ]}
    />
  )
}
