import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { useCarriedLanguage } from '~/ui/masthead'
import { Page, Section } from '~/ui/page'
import { Lock } from '../lock'
import { LastFinding } from '../measuring/last-finding'
import { keyHolders } from '../rules'
import type { PublicGate, PublicStep } from './public-gate'
import { PublicVetoes } from './public-vetoes'

/** A gate for everybody: how far it is open and what holds it, the two locks, the criteria, and what anybody can check. */
export function PublicGatePage({ gate }: { gate: PublicGate }) {
  const { t } = useWords()
  const here = useCarriedLanguage()
  const { step } = gate
  return (
    <Page
      kicker={
        <>
          <Link to={here('/gates')}>{t('gates.public.toAll')}</Link> · {gate.useCase}
        </>
      }
      title={gate.name}
      lead={<strong>{t(gate.pct > 0 ? 'gates.public.open' : 'gates.public.blocked', { pct: gate.pct })}</strong>}
    >
      <Held gate={gate} />
      {step && <Locks step={step} group={gate.workgroup} />}
      {step && <Criteria step={step} />}
      <PublicVetoes vetoes={gate.vetoes} />
      <Section title={t('gates.public.check')}>
        <p>{t('gates.public.checkText')}</p>
        <p>
          <a href={`/gates/${gate.id}.json`}>{t('gates.public.checkAnswer')}</a>
        </p>
        <p>
          {t('gates.public.checkLedger')} <a href={here('/ledger')}>{t('ledger.link')}</a>
        </p>
      </Section>
    </Page>
  )
}

function Held({ gate: { reasons, step } }: { gate: PublicGate }) {
  const { t } = useWords()
  if (!step) return <p>{t('gates.public.noStep')}</p>
  if (reasons.length === 0) return <p>{t('gates.public.allOpen')}</p>
  const sentence = (reason: (typeof reasons)[number]) => {
    if (reason === 'notOpened') return t('gates.public.notOpened')
    return reason === 'noStep' ? t('gates.public.noStep') : t(`gates.refused.${reason}`)
  }
  return (
    <Section title={t('gates.public.holds', { pct: step.targetPct })}>
      <ul>
        {reasons.map(reason => (
          <li key={reason}>{sentence(reason)}</li>
        ))}
      </ul>
    </Section>
  )
}

function Locks({ step, group }: { step: PublicStep; group: string }) {
  const { t } = useWords()
  const day = useDayInWords()
  const status = (turnedOn: string | undefined) =>
    turnedOn ? t('gates.public.turned', { day: day(turnedOn, 'short') }) : t('gates.public.shut')
  return (
    <Section title={t('gates.public.locks')}>
      <p>{t('gates.public.locksText')}</p>
      <ul className="locks">
        {keyHolders.map(holder => {
          const key = step.turned.find(one => one.holder === holder)
          const title = t(`gates.public.${holder}`, { group })
          return <Lock key={holder} isTurned={!!key} title={title} status={status(key?.turnedOn)} />
        })}
      </ul>
    </Section>
  )
}

function Criteria({ step: { frozenOn, criteria, measurements } }: { step: PublicStep }) {
  const { t } = useWords()
  const day = useDayInWords()
  return (
    <Section title={t('gates.public.criteria')}>
      <p>
        {frozenOn
          ? t('gates.public.criteriaFixed', { day: day(frozenOn, 'short') })
          : t('gates.public.criteriaUnwritten')}
      </p>
      {frozenOn &&
        criteria.map(criterion => (
          <article className="register-entry" key={criterion.number}>
            <h3>
              {criterion.number}. {criterion.measure}
            </h3>
            <LastFinding criterion={criterion} measurements={measurements} />
          </article>
        ))}
    </Section>
  )
}
