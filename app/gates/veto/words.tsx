import { Link } from '@remix-run/react'
import { addDays } from '~/calendar'
import { useWords } from '~/language/words'
import { dayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import type { VetoState } from '../vetoes'
import type { Clock } from './clock'
import type { CriterionInWords, VetoInFull } from './shown'

/** English as it is written in Europe. */
const locales = { nl: 'nl', en: 'en-GB', fr: 'fr' } as const

/** Returns sentences about a criterion: its bar, and what was measured. */
export function useCriterionInWords() {
  const { t, language } = useWords()
  const inWords = (milli: number) => new Intl.NumberFormat(locales[language]).format(milli / 1000)
  return {
    bar: ({ measure, unit, direction, thresholdMilli }: CriterionInWords) =>
      t(`vetoes.bar.${direction}`, { measure, unit, value: inWords(thresholdMilli) }),
    found: ({ criterion: { unit }, finding: { says, volume, valueMilli = 0 } }: Measured) =>
      t(`vetoes.found.${says}`, { unit, value: inWords(valueMilli), count: volume }),
  }
}
type Measured = Pick<VetoInFull, 'criterion' | 'finding'>

/** A sign for who cannot see colours; the word beside it says the same. `look` is how the register of promises shows such a word. */
const signs = {
  raised: ['…', 'made'],
  answered: ['?', 'made'],
  escalated: ['↗', 'made'],
  accepted: ['✓', 'kept'],
  persuaded: ['✓', 'kept'],
  overridden: ['×', 'broken'],
} as const satisfies Record<VetoState, readonly [string, string]>

/** How a veto stands, in a word with its sign. */
export function StateWord({ state }: { state: VetoState }) {
  const { t } = useWords()
  const [sign, look] = signs[state]
  return (
    <span className="status-word" data-status={look}>
      <span className="status-sign" aria-hidden="true">
        {sign}
      </span>
      {t(`vetoes.state.${state}`)}
    </span>
  )
}

/** Management's clock in a few words, for a list; being late is never silent. */
export function ClockWord({ clock }: { clock?: Clock }) {
  const { t, language } = useWords()
  if (!clock) return null
  const { says, days, dueOn } = clock
  if (says === 'left') return <>{t('vetoes.clock.shortLeft', { count: days })}</>
  if (says === 'lastDay') return <>{t('vetoes.clock.shortLastDay')}</>
  const late = says === 'late' ? 'shortLate' : 'shortAnsweredLate'
  return (
    <span className="status-word" data-status="overdue">
      <span className="status-sign" aria-hidden="true">
        !
      </span>
      {t(`vetoes.clock.${late}`, { date: dayInWords(addDays(dueOn, 1), language, 'short') })}
    </span>
  )
}

/** Management's clock in a sentence, on the page of the veto. */
export function ClockNotice({ clock }: { clock?: Clock }) {
  const { t, language } = useWords()
  if (!clock) return null
  const { says, days, dueOn } = clock
  const values = { count: days, date: dayInWords(dueOn, language) }
  if (says === 'late') {
    return (
      <Notice kind="warning" title={<Alarm>{t('vetoes.clock.lateTitle', values)}</Alarm>}>
        {t('vetoes.clock.late', values)}
      </Notice>
    )
  }
  if (says !== 'answeredLate') return <Notice>{t(`vetoes.clock.${says}`, values)}</Notice>
  const answered = dayInWords(clock.answeredOn, language)
  return <Notice kind="warning">{t('vetoes.clock.answeredLate', { ...values, answered })}</Notice>
}

const Alarm = ({ children }: { children: string }) => (
  <span className="status-word" data-status="overdue">
    <span className="status-sign" aria-hidden="true">
      !
    </span>
    {children}
  </span>
)

/** Says why no director sets this veto aside: the group has no promise that this would break, and where one is bound. */
export function NoVetoPromise({ veto: { gate } }: { veto: VetoInFull }) {
  const { t } = useWords()
  return (
    <Notice>
      <p>{t('vetoes.refused.noVetoPromise')}</p>
      <p>
        <Link to={`/app/groups/${gate.workgroupId}/mandate`}>{t('vetoes.act.toMandate')}</Link>
      </p>
    </Notice>
  )
}
