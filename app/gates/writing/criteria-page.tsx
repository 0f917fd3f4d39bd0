import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import type { GateShown, StepShown } from '../shown'
import type { CriteriaRefusal, CriterionSaid } from './criterion'
import { CriterionWriting, type WritingAnswer } from './criterion-writing'
import { VoteAsking } from './vote-asking'
import { Written } from './written'

export type CriteriaFacts = {
  gate: GateShown
  version: number
  mayWrite: boolean
  /** The proposal to fix them, while it is open. */
  proposal?: { id: string; isVoting: boolean }
  /** The one that is changed, or a template to begin with. */
  begin: { number?: number; said?: CriterionSaid }
  /** The first day that can be the first that counts. */
  earliest: string
}
type PageProps = CriteriaFacts & { refused?: CriteriaRefusal; answer: WritingAnswer }

/** The bars of one step: the group writes them, and fixes them by its vote before anything is measured. */
export function CriteriaPage({ gate, version, mayWrite, proposal, refused, ...rest }: PageProps) {
  const { t } = useWords()
  const step = gate.steps.find(one => one.version === version)!
  const isOpen = mayWrite && step.frozenOn === null && !proposal?.isVoting
  return (
    <Page
      kicker={<Link to={`/app/gates/${gate.id}?step=${version}`}>{gate.name}</Link>}
      title={t('gates.writing.title', { pct: step.targetPct })}
      lead={t('gates.writing.lead')}
    >
      {refused && <Notice kind="warning">{t(`gates.refused.${refused}`)}</Notice>}
      <WhyShut step={step} gateId={gate.id} proposal={proposal} mayWrite={mayWrite} />
      <Written step={step} isOpen={isOpen} />
      {isOpen && <CriterionWriting version={version} {...rest} />}
      {isOpen && <VoteAsking step={step} proposal={proposal} earliest={rest.earliest} answer={rest.answer} />}
    </Page>
  )
}

type ShutProps = Pick<CriteriaFacts, 'proposal' | 'mayWrite'> & { step: StepShown; gateId: string }

/** Why nobody writes here now, and the way on. */
function WhyShut({ step, gateId, proposal, mayWrite }: ShutProps) {
  const { t } = useWords()
  if (step.frozenOn !== null)
    return (
      <Notice title={t('gates.writing.fixed')}>
        <p>
          {t('gates.writing.otherCriteria')}{' '}
          <Link to={`/app/gates/${gateId}/steps`}>{t('gates.writing.toNewStep')}</Link>
        </p>
      </Notice>
    )
  if (proposal?.isVoting)
    return (
      <Notice title={t('gates.refused.votePending')}>
        <p>
          <Link to={`/app/proposals/${proposal.id}`}>{t('gates.writing.toVote')}</Link>
        </p>
      </Notice>
    )
  return mayWrite ? null : <Notice>{t('gates.writing.membersOnly')}</Notice>
}
