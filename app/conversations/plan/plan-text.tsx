import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { DayText } from '~/ui/day'
import { hoursOf, type PlanWords, planTexts } from './words'

type PlanTextProps = { plan: PlanWords; reviewOn: string | null }

/** A development plan to read and to print; what was left empty is left out. */
export function PlanText({ plan, reviewOn }: PlanTextProps) {
  const { t } = useWords()
  const { roles, otherRole, steps, buddy, promise } = plan
  return (
    <div className="flow record-writing">
      {planTexts.map(part => (
        <Part key={part} label={t(`plan.field.${part}`)}>
          {plan[part]}
        </Part>
      ))}
      <Part label={t('plan.field.roles')}>
        {(roles.length > 0 || otherRole) && (
          <ul>
            {roles.map(role => (
              <li key={role}>{t(`plan.role.${role}`)}</li>
            ))}
            {otherRole && <li>{otherRole}</li>}
          </ul>
        )}
      </Part>
      <Part label={t('plan.field.steps')}>
        {steps.length > 0 && (
          <>
            <ul>
              {steps.map((step, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name of its own, and nothing moves here
                <li key={row}>
                  {step.text}
                  {hoursOf([step]) > 0 && `: ${t('plan.hours', { count: hoursOf([step]) })}`}
                </li>
              ))}
            </ul>
            <p>{t('plan.hoursInAll', { count: hoursOf(steps) })}</p>
          </>
        )}
      </Part>
      <Part label={t('plan.field.buddy')}>{buddy}</Part>
      <Part label={t('plan.field.promise')}>{promise}</Part>
      <Part label={t('plan.field.reviewOn')}>{reviewOn && <DayText day={reviewOn} />}</Part>
    </div>
  )
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  if (!children) return null
  return (
    <section className="flow">
      <h3>{label}</h3>
      {typeof children === 'string' ? (
        <p className="record-words">{children}</p>
      ) : (
        <div className="flow">{children}</div>
      )}
    </section>
  )
}
