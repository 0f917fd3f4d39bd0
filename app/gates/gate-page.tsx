import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Page, Section } from '~/ui/page'
import { BlockList } from './block-list'
import { CriteriaTable } from './criteria-table'
import { DeedButtons } from './deed-buttons'
import type { Deed } from './deeds'
import type { Requirement } from './formal/requirement'
import { GateHistory } from './gate-history'
import { type GateEvent, headlineOf } from './headline'
import { Locks, StandingVetoes } from './locks'
import { blocksOf, isReplaced, vetoesHolding } from './rules'
import type { GateShown, StepShown } from './shown'
import { AllSteps } from './steps-list'

export type GateFacts = {
  gate: GateShown
  version: number
  deeds: readonly Deed[]
  /** The proposal by which the group fixes the criteria, while it is open. */
  proposalId?: string
  requirements: readonly Requirement[]
  history: readonly GateEvent[]
}

/** A gate: how far it is open, what holds the next step and who can do something about it, both locks and the bars. */
export function GatePage({ gate, version, deeds, proposalId, requirements, history }: GateFacts) {
  const { t, language } = useWords()
  const step = gate.steps.find(one => one.version === version)!
  const [held] = vetoesHolding(step, gate.steps)
  const [now, next] = headlineOf(gate, t, language)
  return (
    <Page
      kicker={
        <>
          {t(`gates.kind.${gate.kind}`)} · <Link to={`/app/use-cases/${gate.useCaseId}`}>{gate.useCase}</Link>
        </>
      }
      title={gate.name}
      lead={<strong>{now}</strong>}
    >
      {next && <p className="lead">{next}</p>}
      <DeedButtons id={gate.id} version={version} deeds={deeds} proposalId={proposalId} vetoId={held?.id} />
      <Blocks gate={gate} step={step} />
      <Locks gate={gate} step={step} requirements={requirements} />
      <Criteria gate={gate} step={step} />
      <StandingVetoes step={step} />
      <AllSteps gate={gate} version={version} />
      <GateHistory events={history} />
      <p>
        <Link to={`/gates/${gate.id}`}>{t('gates.toPublic')}</Link>
        {deeds.includes('newStep') && (
          <>
            {' · '}
            <Link to={`/app/gates/${gate.id}/listeners`}>{t('gates.machine.title')}</Link>
          </>
        )}
      </p>
    </Page>
  )
}

function Blocks({ gate, step }: { gate: GateShown; step: StepShown }) {
  const { t } = useWords()
  const blocks = blocksOf(step, gate)
  return (
    <Section title={t('gates.block.title', { pct: step.targetPct })} id="blocks">
      {isReplaced(step, gate.steps) && <p>{t('gates.steps.replaced')}</p>}
      {blocks.length === 0 && <p>{t(step.openedOn ? 'gates.block.noneOpen' : 'gates.block.none')}</p>}
      <BlockList gate={gate} step={step} />
    </Section>
  )
}

function Criteria({ gate, step }: { gate: GateShown; step: StepShown }) {
  const { t } = useWords()
  return (
    <Section title={t('gates.criteria.title')} id="criteria">
      <p>{t(step.frozenOn ? 'gates.criteria.areFixed' : 'gates.criteria.notFixed')}</p>
      {step.criteria.length > 0 && <CriteriaTable step={step} />}
      <p>
        <Link to={`/app/gates/${gate.id}/criteria?step=${step.version}`}>{t('gates.criteria.toPage')}</Link>
        {' · '}
        <Link to={`/app/gates/${gate.id}/measurements?step=${step.version}`}>{t('gates.criteria.toMeasurements')}</Link>
      </p>
    </Section>
  )
}
