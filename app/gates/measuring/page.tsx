import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { EmptyState } from '~/ui/empty-state'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import type { MeasuringRefusal } from '../criteria'
import type { StepShown } from '../shown'
import type { MeasurementTyped } from './form'
import { MeasuredCriterion, type MeasurementLine } from './measured-criterion'
import { MeasurementEntering, MeasurementWriting } from './measurement-form'
import { ToEntry, WaysOn, WhereItStands, WhyItStays } from './step-parts'

/** A gate with the step whose measurements are shown. */
export type MeasuredStep = {
  gate: { id: string; name: string }
  steps: readonly { version: number; targetPct: number }[]
  step?: Omit<StepShown, 'measurements'> & { measurements: MeasurementLine[] }
  /** Whether this reader may enter what was measured, and whether this is a time at which that is possible. */
  mayEnter: boolean
  isOpen: boolean
  /** What happened just now. */
  done?: 'form' | 'stood' | 'csv'
}
export type MeasuringAnswer = {
  step: 'write' | 'preview' | 'publish'
  typed?: MeasurementTyped
  failed?: FormFailure
  refused?: MeasuringRefusal | 'noSuchStep' | 'messageReused'
}

const doneWords = {
  form: 'gates.measuring.form.done',
  stood: 'gates.measuring.form.stood',
  csv: 'gates.measuring.import.done',
} as const

/** What the test of one step shows, criterion by criterion, and where the project lead enters what was measured. */
export function MeasurementsPage({ shown, answer }: { shown: MeasuredStep; answer?: MeasuringAnswer }) {
  const { t } = useWords()
  const { gate, step, done } = shown
  const kicker = <Link to={`/app/gates/${gate.id}`}>{gate.name}</Link>
  return (
    <Page title={t('gates.measuring.title')} kicker={kicker} lead={t('gates.measuring.lead')}>
      {done && !answer && <Notice kind="done">{t(doneWords[done])}</Notice>}
      <StepChoice shown={shown} />
      {step ? <MeasuredStepParts shown={{ ...shown, step }} answer={answer} /> : <NoStep />}
    </Page>
  )
}

function NoStep() {
  const { t } = useWords()
  return <EmptyState title={t('gates.measuring.noStep')}>{t('gates.measuring.noStepText')}</EmptyState>
}

/** With more than one step, the way to the others. */
function StepChoice({ shown: { gate, steps, step } }: { shown: MeasuredStep }) {
  const { t } = useWords()
  const words = (one: { version: number; targetPct: number }) =>
    t('gates.measuring.step', { version: one.version, pct: one.targetPct })
  if (steps.length < 2) return step ? <p className="step-now">{words(step)}</p> : null
  return (
    <nav aria-label={t('gates.measuring.steps')}>
      <ul className="step-choice">
        {steps.map(one => (
          <li key={one.version}>
            <Link
              to={`/app/gates/${gate.id}/measurements?step=${one.version}`}
              aria-current={one.version === step?.version ? 'page' : undefined}
            >
              {words(one)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type PartsProps = { shown: MeasuredStep & { step: NonNullable<MeasuredStep['step']> }; answer?: MeasuringAnswer }

function MeasuredStepParts({ shown, answer }: PartsProps) {
  const { gate, step, mayEnter, isOpen } = shown
  const isPreview = answer?.step === 'preview' && answer.typed && !answer.refused
  const criterion = step.criteria.find(({ number }) => `${number}` === answer?.typed?.criterion)
  if (isPreview && criterion && answer.typed) return <MeasurementEntering criterion={criterion} typed={answer.typed} />
  return (
    <>
      <WhereItStands step={step} />
      {mayEnter && isOpen && <ToEntry />}
      <RefusedEntry refused={answer?.refused} />
      {step.frozenOn !== null &&
        step.criteria.map(one => (
          <MeasuredCriterion key={one.number} criterion={one} measurements={step.measurements} />
        ))}
      {mayEnter && isOpen && (
        <MeasurementWriting
          version={step.version}
          criteria={step.criteria}
          typed={answer?.typed}
          failed={answer?.failed}
        />
      )}
      <WaysOn gateId={gate.id} step={step} mayEnter={mayEnter} isOpen={isOpen} />
      <WhyItStays />
    </>
  )
}

function RefusedEntry({ refused }: Pick<MeasuringAnswer, 'refused'>) {
  const { t } = useWords()
  return refused ? <Notice kind="warning">{t(`gates.refused.${refused}`)}</Notice> : null
}
