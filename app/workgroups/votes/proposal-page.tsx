import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Discussion } from './discussion'
import { OutcomeSection } from './outcome-section'
import { ProposalWords } from './proposal-words'
import type { ProposalRefusal } from './refusals'
import type { AboutShown, ProposalPageShown } from './shown'
import { ProposalStateWord } from './state-word'
import { VoteSection } from './vote-section'

/** What became of what was sent from this page; nothing when it was done. */
export type ProposalAnswer = { step: string; failed: FormFailure; refused?: ProposalRefusal }

type PageProps = Omit<ProposalPageShown, 'about'> & {
  about: AboutShown | null
  answer?: ProposalAnswer
  children?: ReactNode
}

/** One proposal from discussion to outcome: who says what is known, who votes what is not. */
export function ProposalPage({ about, answer, children, ...shown }: PageProps) {
  const { t } = useWords()
  const { proposal, group, isMember } = shown
  const isOpen = proposal.state === 'discussion' || proposal.state === 'voting'
  const missing = { reasonMissing: answer?.refused === 'reasonMissing' }
  const refused = missing.reasonMissing ? undefined : answer?.refused
  return (
    <Page
      kicker={
        <>
          <Link to={`/app/groups/${group.id}`}>{group.name}</Link> · {t(`votes.subject.${proposal.subject}`)}
        </>
      }
      title={proposal.title}
    >
      {refused && <Notice kind="warning">{t(`votes.refused.${refused}`)}</Notice>}
      <p>
        <ProposalStateWord state={proposal.state} />
      </p>
      <ProposalWords proposal={proposal} about={about} />
      {proposal.state === 'discussion' && <ToVote id={proposal.id} isMember={isMember} />}
      {proposal.state === 'voting' && <VoteSection {...shown} typed={typedIn(answer, 'vote', 'reason')} {...missing} />}
      <OutcomeSection {...shown} about={about} />
      {children}
      <Discussion
        sayings={shown.sayings}
        maySay={isMember && isOpen}
        error={problemIn(answer, 'contribution') && t(`forms.${problemIn(answer, 'contribution')!}`)}
        typed={typedIn(answer, 'say', 'contribution')}
      />
      <p>
        <Link to={`/app/groups/${group.id}/proposals`}>{t('votes.all')}</Link>
      </p>
    </Page>
  )
}

const problemIn = (answer: ProposalAnswer | undefined, name: string) => answer?.failed.problems[name]

function typedIn(answer: ProposalAnswer | undefined, step: string, name: string): string | undefined {
  const typed = answer?.step === step ? answer.failed.values[name] : undefined
  return typeof typed === 'string' ? typed : undefined
}

/** The way from talking to voting, for members. */
function ToVote({ id, isMember }: { id: string; isMember: boolean }) {
  const { t } = useWords()
  return (
    <>
      <p>{t('votes.page.discussed')}</p>
      {isMember && (
        <ButtonRow>
          <ButtonLink to={`/app/proposals/${id}/opening`}>{t('votes.page.open')}</ButtonLink>
          <ButtonLink to={`/app/proposals/${id}/words`} kind="quiet">
            {t('votes.words.link')}
          </ButtonLink>
        </ButtonRow>
      )}
    </>
  )
}
