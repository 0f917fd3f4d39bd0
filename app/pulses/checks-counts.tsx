import { useWords } from '~/language/words'
import { Notice } from '~/ui/notice'
import type { ImpossibleShown } from './checks'

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
