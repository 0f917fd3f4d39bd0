import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { Section } from '~/ui/page'
import { enoughOf } from './rules'
import type { AboutShown, ProposalPageShown, ProposalShown } from './shown'

type OutcomeProps = Pick<ProposalPageShown, 'proposal' | 'members'> & { about?: AboutShown | null }

/** How a vote ended, in words and counts; why there were objections, and whether what was decided is done. */
export function OutcomeSection({ proposal, members, about }: OutcomeProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const { counts, reasons, closedOn } = proposal
  if (!counts || !closedOn) return null
  const { consent, aside, object } = counts
  const outcome = outcomeOf(proposal, counts, members)
  const silent = Math.max(0, members - consent - aside - object)
  return (
    <Section title={t('votes.outcome.title')}>
      <p className="headline">{t(outcome.say, outcome.counted)}</p>
      <p>{t('votes.outcome.rest', { aside, object, silent })}</p>
      <Doing proposal={proposal} about={about} />
      {reasons.length > 0 && (
        <>
          <h3>{t('votes.outcome.reasons')}</h3>
          <p className="note">{t('votes.outcome.reasonsNote')}</p>
          <ul className="vote-reasons">
            {[...reasons.entries()].map(([place, reason]) => (
              <li key={place}>{reason}</li>
            ))}
          </ul>
        </>
      )}
      <p className="note">{t('votes.outcome.closedOn', { date: inWords(closedOn, 'short') })}</p>
    </Section>
  )
}

/** Returns the sentence for an outcome, with its counts. */
function outcomeOf(
  { subject, state, quorumPct, vetoPct }: ProposalShown,
  counts: NonNullable<ProposalShown['counts']>,
  members: number,
) {
  const { consent: count, aside, object } = counts
  const isAdopted = state === 'adopted'
  if (subject === 'veto') {
    const counted = { count, members, enough: enoughOf(members, vetoPct) }
    return { say: isAdopted ? 'votes.outcome.vetoAdopted' : 'votes.outcome.vetoRejected', counted } as const
  }
  const counted = { count, members, enough: enoughOf(members, quorumPct) }
  if (state !== 'lapsed')
    return { say: isAdopted ? 'votes.outcome.adopted' : 'votes.outcome.rejected', counted } as const
  return { say: 'votes.outcome.lapsed', counted: { ...counted, count: count + aside + object } } as const
}

/** What is decided about money or a gate is done by the house itself. */
function Doing({ proposal, about }: Pick<OutcomeProps, 'proposal' | 'about'>) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const { state, subject, appliedOn, workgroupId } = proposal
  if (state !== 'adopted' || subject === 'plan' || subject === 'other') return null
  if (appliedOn) return <p>{t('votes.outcome.done', { date: inWords(appliedOn, 'short') })}</p>
  const isMoney = subject === 'expense'
  const to = isMoney ? `/app/groups/${workgroupId}/budget` : about?.kind === 'step' && `/app/gates/${about.gateId}`
  const why = t(isMoney ? 'votes.outcome.waitsMoney' : 'votes.outcome.waitsGate')
  return (
    <p>
      {t('votes.outcome.waits')} {to ? <Link to={to}>{why}</Link> : why}
    </p>
  )
}
