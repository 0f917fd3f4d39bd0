import { useWords } from '~/language/words'
import { useAmountsInWords } from '~/ui/amount'
import { Notice } from '~/ui/notice'
import { fewestPct, type HoursFlag, weeksShown } from './rules'

/** Says aloud where promised hours were not released, or were taken back. */
export function HoursFlags({ flags }: { flags: readonly HoursFlag[] }) {
  const { t } = useWords()
  const say = useFlagInWords()
  return flags.map(flag => (
    <Notice key={flag.kind} kind="warning" title={t(`groupHours.flag.${flag.kind}.title`)}>
      {say(flag)}
    </Notice>
  ))
}

/** Returns a writer of flags as one sentence. */
export function useFlagInWords(): (flag: HoursFlag) => string {
  const { t } = useWords()
  const { hours } = useAmountsInWords()
  return flag =>
    flag.kind === 'tooFew'
      ? t('groupHours.flag.tooFew.text', { percent: fewestPct })
      : t('groupHours.flag.pulledBack.text', { hours: hours(flag.minutes), weeks: weeksShown })
}

/** Returns a writer of weeks: "week 24 van 2026". */
export function useWeekInWords(): (week: string) => string {
  const { t } = useWords()
  return week => t('groupHours.week', { number: Number(week.slice(6)), year: week.slice(0, 4) })
}
