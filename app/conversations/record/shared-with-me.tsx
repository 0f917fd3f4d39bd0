import { Link } from '@remix-run/react'
import type { Day } from '~/calendar'
import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { Section } from '~/ui/page'

type Shared = { conversationId: string; of: string; endsOn: Day | null }

/** Leads to the records that colleagues share with whoever reads, each until its day. */
export function SharedWithMe({ shared }: { shared: readonly Shared[] }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  if (shared.length === 0) return null
  return (
    <Section title={t('record.withMe.title')}>
      <ul>
        {shared.map(({ conversationId, of, endsOn }) => (
          <li key={conversationId}>
            <Link to={`/app/one-to-ones/${conversationId}/record`}>{t('record.withMe.of', { name: of })}</Link>{' '}
            {endsOn && t('record.withMe.until', { date: inWords(endsOn, 'short') })}
          </li>
        ))}
      </ul>
    </Section>
  )
}
