import { useWords } from '~/language/words'
import { DayText } from '~/ui/day'
import { RuleList } from '../rule-text'
import type { SeatsShown } from '../shown'

/** How many seats are free and from when, and which of them are kept for whom. */
export function FreeSeats({ seats: { free, startOn, isLater, kept } }: { seats: SeatsShown }) {
  const { t } = useWords()
  if (free === 0) return <p>{t('groups.fill.full')}</p>
  return (
    <>
      <p>
        {t('groups.members.free', { count: free })}{' '}
        {isLater && (
          <>
            {t('groups.members.from')} <DayText day={startOn} />.
          </>
        )}
      </p>
      {kept.seats > 0 && (
        <>
          <p>{t('groups.fill.kept', { count: kept.seats })}</p>
          <RuleList rules={kept.rules} />
        </>
      )}
    </>
  )
}
