import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import type { StepShown } from '../shown'

/** From when measuring counts, and whether it is over. */
export function WhereItStands({ step: { frozenOn, measuringFrom, judgedOn } }: { step: StepShown }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  if (frozenOn === null || measuringFrom === null) return <Notice>{t('gates.measuring.notFrozen')}</Notice>
  return (
    <>
      <p>{t('gates.measuring.from', { day: inWords(measuringFrom, 'short') })}</p>
      {judgedOn && <Notice>{t('gates.measuring.judged', { day: inWords(judgedOn, 'short') })}</Notice>}
    </>
  )
}

type WaysProps = { gateId: string; step: StepShown; mayEnter: boolean; isOpen: boolean }

/** What can be done from here, as far as this reader may. */
export function WaysOn({ gateId, step: { version, measurements }, mayEnter, isOpen }: WaysProps) {
  const { t } = useWords()
  const home = `/app/gates/${gateId}`
  return (
    <div className="no-print">
      <ButtonRow>
        {mayEnter && isOpen && (
          <ButtonLink kind="quiet" to={`${home}/measurements/import?step=${version}`}>
            {t('gates.measuring.import.open')}
          </ButtonLink>
        )}
        {mayEnter && (
          <ButtonLink kind="quiet" to={`${home}/meters`}>
            {t('gates.measuring.meters.title')}
          </ButtonLink>
        )}
        <ButtonLink kind="quiet" to={`${home}/verdict?step=${version}`}>
          {t('gates.verdict.title')}
        </ButtonLink>
        {measurements.length > 0 && (
          <ButtonLink kind="plain" to={`${home}/measurements.csv?step=${version}`} wholePage>
            {t('gates.measuring.download')}
          </ButtonLink>
        )}
      </ButtonRow>
    </div>
  )
}

/** Says why nothing is corrected here, and what to do about a slip. */
export function WhyItStays() {
  const { t } = useWords()
  return (
    <details className="why-it-stays">
      <summary>{t('gates.measuring.standsTitle')}</summary>
      <p>{t('gates.measuring.stands')}</p>
    </details>
  )
}

/** Leads past all criteria to where something is entered. */
export function ToEntry() {
  const { t } = useWords()
  return (
    <p className="no-print">
      <a href="#enter">{t('gates.measuring.form.title')}</a>
    </p>
  )
}
