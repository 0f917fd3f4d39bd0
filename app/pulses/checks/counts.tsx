import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import type { ImpossibleShown } from './rules'

/** Turns red, with the numbers, when more was counted than can be; says nothing otherwise. */
export function ImpossibleCounts({ counts }: { counts: readonly ImpossibleShown[] }) {
  const { t } = useWords()
  if (counts.length === 0) return null
  return (
    <Notice kind="warning" title={t('checks.counts.title')}>
      <ul>
        {counts.map(({ labels, fault, ...numbers }) => (
          <li key={labels.join() + fault}>{t(`checks.counts.${fault}`, { group: labels.join(', '), ...numbers })}</li>
        ))}
      </ul>
      <p>{t('checks.counts.advice')}</p>
    </Notice>
  )
}

/** Says what the counts of a round prove, and just as large what they do not; stands in a list of facts. */
export function CountsExplained({ listsConfirmedOn }: { listsConfirmedOn: string | null }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <>
      <div>
        <dt>{t('checks.counts.lists')}</dt>
        <dd>
          {listsConfirmedOn
            ? t('checks.counts.confirmed', { date: inWords(listsConfirmedOn, 'short') })
            : t('checks.counts.unconfirmed')}
        </dd>
      </div>
      <div>
        <dt>{t('checks.counts.label')}</dt>
        <dd>{t('checks.counts.rule')}</dd>
        <dd className="note">{t('checks.counts.limit')}</dd>
      </div>
    </>
  )
}
