import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import type { Phase } from '../phases'

export type NotBeforeProps = {
  phase: Phase
  /** The works councils of these countries have a say with a term of its own. */
  isDutch: boolean
  belgian?: { day: string; says: 'notInformed' | 'informed' | 'passed' }
}

/** Why there is no day to look forward to, and what the law alone takes. Information, with its source; nobody's plan. */
export function NotBefore({ phase, isDutch, belgian }: NotBeforeProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <>
      <p>{t(phase === 'listen' ? 'phases.noDay.text' : 'phases.noDay.later')}</p>
      <ul>
        {belgian && <li>{t(`phases.noDay.${belgian.says}`, { date: inWords(belgian.day, 'short') })}</li>}
        {isDutch && <li>{t('phases.noDay.dutch')}</li>}
        <li>{t('phases.noDay.measuring')}</li>
      </ul>
    </>
  )
}
