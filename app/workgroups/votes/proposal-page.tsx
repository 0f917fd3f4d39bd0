import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { WordsOrGone } from '~/ledger/erasures/erased-words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { Page } from '~/ui/page'
import { Answered, type ProposalAnswer, problemIn, typedIn } from './answered'
import { Discussion } from './discussion'
import { OutcomeSection } from './outcome-section'
import { ProposalWords } from './proposal-words'
import { isWordedFromDetail } from './rules'
import type { AboutShown, ProposalPageShown } from './shown'
import { ProposalStateWord } from './state-word'
import { VoteSection } from './vote-section'

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
  return (
    <Page
      kicker={
        <>
          <Link to={`/app/groups/${group.id}`}>{group.name}</Link> · {t(`votes.subject.${proposal.subject}`)}
        </>
      }
      title={<WordsOrGone words={proposal.title} of="proposal" id={proposal.id} part="title" />}
    >
      {answer && <Answered answer={answer} mayWrite={isMember && isOpen} />}
      <p>
        <ProposalStateWord state={proposal.state} />
      </p>
      <ProposalWords proposal={proposal} about={about} />
      {proposal.state === 'discussion' && <ToVote proposal={proposal} isMember={isMember} />}
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

type ToVoteProps = { proposal: ProposalPageShown['proposal']; isMember: boolean }

/** The way from talking to voting, for members. */
function ToVote({ proposal: { id, subject }, isMember }: ToVoteProps) {
  const { t } = useWords()
  return (
    <>
      <p>{t('votes.page.discussed')}</p>
      {isMember && (
        <ButtonRow>
          <ButtonLink to={`/app/proposals/${id}/opening`}>{t('votes.page.open')}</ButtonLink>
          {!isWordedFromDetail(subject) && (
            <ButtonLink to={`/app/proposals/${id}/words`} kind="quiet">
              {t('votes.words.link')}
            </ButtonLink>
          )}
        </ButtonRow>
      )}
    </>
  )
}
