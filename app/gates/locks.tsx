import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { placeId } from '~/ledger/erasures/entry-places'
import { WordsOrGone } from '~/ledger/erasures/erased-words'
import { DayText, useDayInWords } from '~/ui/day'
import { Section } from '~/ui/page'
import type { Requirement } from './formal/requirement'
import { Requirements } from './formal/requirements'
import { Lock } from './lock'
import type { GateShown, StepShown } from './shown'

type LocksProps = { gate: GateShown; step: StepShown; requirements: readonly Requirement[] }

/** The two locks of a step, who holds each key, and what was said when it was turned. */
export function Locks({ gate, step, requirements }: LocksProps) {
  const { t } = useWords()
  return (
    <Section title={t('gates.locks.title')} id="locks">
      <ul className="locks">
        <GroupLock gate={gate} step={step} />
        <FormalLock gate={gate} step={step} requirements={requirements} />
      </ul>
      <p>{t('gates.besideRights')}</p>
    </Section>
  )
}

const turnedBy = (step: StepShown, holder: 'workgroup' | 'formal') => step.turned.find(key => key.holder === holder)

function GroupLock({ gate, step }: Omit<LocksProps, 'requirements'>) {
  const { t } = useWords()
  const day = useDayInWords()
  const key = turnedBy(step, 'workgroup')
  return (
    <Lock
      isTurned={step.keys.workgroup}
      title={t('gates.locks.workgroup', { group: gate.workgroup })}
      status={key ? t('gates.locks.turned', { day: day(key.turnedOn, 'short') }) : t('gates.locks.shut')}
    >
      <p className="note">{t('gates.locks.workgroupHow')}</p>
      {key?.proposalId && (
        <p>
          <Link to={`/app/proposals/${key.proposalId}`}>{t('gates.locks.toVote')}</Link>
        </p>
      )}
    </Lock>
  )
}

function FormalLock({ gate, step, requirements }: LocksProps) {
  const { t } = useWords()
  const day = useDayInWords()
  const key = turnedBy(step, 'formal')
  return (
    <Lock
      isTurned={step.keys.formal}
      title={t('gates.locks.formal')}
      status={key ? t('gates.locks.turned', { day: day(key.turnedOn, 'short') }) : t('gates.locks.shut')}
    >
      <p className="note">{t('gates.locks.formalHow')}</p>
      {key && (
        <p className="evidence-note">
          <WordsOrGone words={key.reason} of="key" id={placeId(gate.id, step.version, 'formal')} part="reason" />
        </p>
      )}
      {key?.file && (
        <p className="evidence-name">
          <a href={`/app/gates/${gate.id}/key/${key.file.hash}`}>{key.file.name}</a>
        </p>
      )}
      <Requirements all={requirements} />
    </Lock>
  )
}

/** A veto as the gate page names it: which, against what, since when, until when management has to answer. */
export function StandingVetoes({ step }: { step: StepShown }) {
  const { t } = useWords()
  if (step.vetoes.length === 0) return null
  return (
    <Section title={t('gates.vetoes.title')} id="vetoes">
      <ul className="promise-list">
        {step.vetoes.map(({ id, criterion, raisedOn, state }) => (
          <li key={id}>
            <Link to={`/app/vetoes/${id}`}>{t('gates.vetoes.name', { id, criterion })}</Link>
            <p className="note">
              <DayText day={raisedOn} /> · {t(`gates.vetoes.state.${state}`)}
            </p>
          </li>
        ))}
      </ul>
      <p>{t('gates.besideRights')}</p>
    </Section>
  )
}
