import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { Gone, WordsOrGone } from '~/ledger/erasures/erased-words'
import { useAmountsInWords } from '~/ui/amount'
import { DayText } from '~/ui/day'
import type { Judgement } from './rules'
import type { AboutShown, ProposalShown } from './shown'

type WordsProps = { proposal: ProposalShown; about?: AboutShown | null }

/** What is proposed: its words, what it is about, and what belongs to its subject. */
export function ProposalWords({ proposal, about }: WordsProps) {
  const facts = useFacts(proposal, about)
  return (
    <>
      <p className="register-text">
        <WordsOrGone words={proposal.words} of="proposal" id={proposal.id} part="text" />
      </p>
      {facts.length > 0 && (
        <dl className="small-print">
          {facts.map(({ name, said }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

type Fact = { name: string; said: ReactNode }

function useFacts({ id, detail }: ProposalShown, about?: AboutShown | null): Fact[] {
  const { t } = useWords()
  const { money } = useAmountsInWords()
  const { cents, persuade, measuringFrom, judgements } = detail
  const facts: (Fact | '' | false | null | undefined)[] = [
    about && { name: t('votes.page.about'), said: <About about={about} /> },
    cents !== undefined && { name: t('votes.page.amount'), said: money(cents) },
    persuade && { name: t('votes.page.persuade'), said: persuade },
    measuringFrom && { name: t('votes.page.measuringFrom'), said: <DayText day={measuringFrom} /> },
    judgements && { name: t('votes.page.judged'), said: <Judged judgements={judgements} proposalId={id} /> },
  ]
  return facts.filter((fact): fact is Fact => Boolean(fact))
}

function Judged({ judgements, proposalId }: { judgements: readonly Judgement[]; proposalId: string }) {
  const { t } = useWords()
  return (
    <ul>
      {judgements.map(({ criterion: number, isGood, note }) => (
        <li key={number}>
          {t(isGood ? 'votes.page.good' : 'votes.page.notGood', { number, note })}{' '}
          {!note && <Gone of="verdict" id={proposalId} part="notes" />}
        </li>
      ))}
    </ul>
  )
}

function About({ about }: { about: AboutShown }) {
  const { t } = useWords()
  const criterion = about.criterion && ` ${t('votes.page.criterion', { criterion: about.criterion })}`
  if (about.kind === 'veto')
    return (
      <>
        <Link to={`/app/vetoes/${about.vetoId}`}>{t('votes.page.veto', { id: about.vetoId })}</Link>.{criterion}
      </>
    )
  const { gateId, gate, targetPct: pct } = about
  return (
    <>
      <Link to={`/app/gates/${gateId}`}>{t('votes.page.step', { gate, pct })}</Link>.{criterion}
    </>
  )
}
