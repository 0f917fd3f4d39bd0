import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Section } from '~/ui/page'
import { blocksOf, isReplaced, openStep } from './rules'
import type { GateShown, StepShown } from './shown'

/** Every step this gate has or had; those that were replaced stay as history. */
export function AllSteps({ gate, version }: { gate: GateShown; version: number }) {
  const { t } = useWords()
  const open = openStep(gate)
  const stateOf = (step: StepShown) => {
    if (step.version === open?.version) return t('gates.steps.open')
    if (isReplaced(step, gate.steps)) return t('gates.steps.replaced')
    return t('gates.steps.lacks', { count: blocksOf(step, gate).length })
  }
  return (
    <Section title={t('gates.steps.title')} id="steps">
      <ol className="promise-list">
        {gate.steps.map(step => (
          <li key={step.version}>
            <Link
              to={`/app/gates/${gate.id}?step=${step.version}`}
              aria-current={step.version === version ? 'true' : undefined}
            >
              {t('gates.steps.name', { number: step.version, pct: step.targetPct })}
            </Link>
            <p className="note">{stateOf(step)}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
