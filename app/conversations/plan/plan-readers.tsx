import { useWords } from '~/language/words'
import { DayText } from '~/ui/day'
import { Section } from '~/ui/page'
import { KeyDigits } from '../record/digits'
import { isOpenTo, openingTo, type PlanSight } from './rules'
import type { CirclePerson, OwnPlan, PlanStored } from './shown'

/** Names who can read the plan now, and who could but has no key or came later. */
export function PlanReaders({ own: { circle }, plan }: { own: OwnPlan; plan: PlanStored }) {
  const { t } = useWords()
  const meant = circle.filter(({ as }) => isOpenTo(plan.sight, as))
  return (
    <footer className="enclosed-readers flow">
      <h2>{t('plan.readers.title')}</h2>
      <ul>
        <li>{t(plan.wrapped === null ? 'plan.readers.notMe' : 'plan.readers.me')}</li>
        {meant.map(person => (
          <li key={person.id}>
            <Reader person={person} />
          </li>
        ))}
      </ul>
      <p>{t('plan.readers.nobodyElse')}</p>
    </footer>
  )
}

function Reader({ person: { name, as, publicKey, canRead } }: { person: CirclePerson }) {
  const { t } = useWords()
  const who = t(as.includes('lead') ? 'plan.readers.lead' : 'plan.readers.hr', { name })
  if (!publicKey) return <>{t('plan.readers.noKey', { who })}</>
  if (!canRead) return <>{t('plan.readers.notYet', { who })}</>
  return (
    <details>
      <summary>{who}</summary>
      <KeyDigits publicKey={publicKey} name={name} />
    </details>
  )
}

/** Shows, before a plan is saved, the digits of everybody it then opens to: a key that was swapped is seen in time. */
export function KeysChosen({ circle, sight }: { circle: OwnPlan['circle']; sight: PlanSight }) {
  const { t } = useWords()
  return openingTo(circle, sight).map(({ id, name, publicKey }) => (
    <details key={id}>
      <summary>{t('record.digits.check', { name })}</summary>
      <KeyDigits publicKey={publicKey} name={name} />
    </details>
  ))
}

/** Says which others opened the plan, and when. */
export function PlanLog({ log }: { log: OwnPlan['log'] }) {
  const { t } = useWords()
  return (
    <Section title={t('plan.log.title')}>
      {log.length === 0 ? (
        <p>{t('plan.log.nobody')}</p>
      ) : (
        <ul>
          {log.map(({ id, deed, day, time, name }) => (
            <li key={id}>
              <DayText day={day} />, {time}:{' '}
              {t(deed === 'rewrapped' ? 'plan.log.rewrapped' : 'plan.log.read', { name })}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
