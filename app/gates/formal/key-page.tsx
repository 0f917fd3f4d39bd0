import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import type { FileRefusal } from '~/promises/evidence/kinds'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import type { GateShown, StepShown } from '../shown'
import { type Looked, StatementPreview } from './preview'
import type { Requirement } from './requirement'
import { Requirements } from './requirements'
import type { KeyDeed, KeyRefusal } from './rules'
import { Statement } from './statement'

export type KeyAnswer = {
  deed?: KeyDeed
  failed?: FormFailure
  fileRefused?: FileRefusal
  refused?: KeyRefusal
  looked?: Looked
}
export type KeyFacts = {
  gate: GateShown
  version: number
  may: { turn: boolean; write: boolean }
  requirements: readonly Requirement[]
}

/** Both keys of a step: where the works council makes its statement, and where a member asks the group to turn its key back. */
export function KeyPage({ gate, version, may, requirements, answer }: KeyFacts & { answer: KeyAnswer }) {
  const { t } = useWords()
  const step = gate.steps.find(one => one.version === version)!
  const back = `/app/gates/${gate.id}?step=${version}`
  return (
    <Page
      kicker={<Link to={back}>{gate.name}</Link>}
      title={t('gates.key.title', { pct: step.targetPct })}
      lead={t('gates.key.lead')}
    >
      {answer.refused && <Notice kind="warning">{t(`gates.refused.${answer.refused}`)}</Notice>}
      {answer.looked ? (
        <StatementPreview looked={answer.looked} pct={step.targetPct} version={version} />
      ) : (
        <>
          <FormalKey step={step} mayTurn={may.turn} requirements={requirements} answer={answer} back={back} />
          <GroupKey step={step} isMember={may.write} answer={answer} back={back} />
        </>
      )}
      <p>{t('gates.besideRights')}</p>
    </Page>
  )
}

type FormalProps = {
  step: StepShown
  mayTurn: boolean
  requirements: readonly Requirement[]
  answer: KeyAnswer
  back: string
}

function FormalKey({ step, mayTurn, requirements, answer, back }: FormalProps) {
  const { t } = useWords()
  const deed = step.keys.formal ? ('turnBack' as const) : ('turn' as const)
  const isFixed = step.frozenOn !== null
  return (
    <Section title={t('gates.key.formal')} id="formal">
      <p>{t(step.keys.formal ? 'gates.key.formalTurned' : 'gates.key.formalShut')}</p>
      <Requirements all={requirements} />
      {!isFixed && <p>{t('gates.key.afterFixing')}</p>}
      {!mayTurn && <p className="note">{t('gates.key.councilOnly')}</p>}
      {mayTurn && isFixed && <Statement deed={deed} version={step.version} answer={answer} back={back} />}
    </Section>
  )
}

function GroupKey({
  step,
  isMember,
  answer,
  back,
}: Omit<FormalProps, 'mayTurn' | 'requirements'> & { isMember: boolean }) {
  const { t } = useWords()
  const isTurned = step.keys.workgroup
  return (
    <Section title={t('gates.key.group')} id="group">
      <p>{t(isTurned ? 'gates.key.groupTurned' : 'gates.key.groupShut')}</p>
      {isMember && isTurned && <Statement deed="proposeBack" version={step.version} answer={answer} back={back} />}
    </Section>
  )
}
