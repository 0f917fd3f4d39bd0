import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { TextArea } from '~/ui/text-area'
import { longestSaying } from './form'
import { RuleWords } from './rule-words'
import type { Choice, VoteCast } from './rules'
import type { ProposalPageShown } from './shown'

type VoteProps = Pick<ProposalPageShown, 'proposal' | 'isMember' | 'members' | 'voted' | 'own'> & {
  /** What was sent and refused, to be seen again. */
  typed?: string
  reasonMissing?: boolean
}

/** An open vote: until when, how many voted, how it is counted, and for members the three answers. */
export function VoteSection({ proposal, isMember, members, voted, own, ...answer }: VoteProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const { closes, subject } = proposal
  return (
    <Section title={t('votes.vote.title')} id="vote">
      {closes && <p>{t('votes.vote.until', { date: inWords(closes.day), time: closes.time })}</p>}
      <p>{t('votes.vote.soFar', { count: voted, members })}</p>
      {isMember && own && <Receipt own={own} />}
      {isMember && !own && <VoteForm own={null} {...answer} />}
      {isMember && own && (
        <details open={answer.reasonMissing}>
          <summary>{t('votes.vote.otherwise')}</summary>
          <VoteForm own={own} {...answer} />
        </details>
      )}
      {!isMember && <p className="note">{t('votes.vote.notYou')}</p>}
      <h3>{t('votes.rule.title')}</h3>
      <RuleWords rule={proposal} subject={subject} members={members} />
    </Section>
  )
}

/** What this reader chose; it can be read until the vote closes, and by nobody else. */
function Receipt({ own }: { own: VoteCast }) {
  const { t } = useWords()
  return (
    <Notice kind="done" title={t('votes.vote.in')}>
      <p>{t('votes.vote.youSaid', { choice: t(`votes.vote.choice.${own.choice}`) })}</p>
      {own.choice === 'object' && <p>{t('votes.vote.yourReason', { reason: own.reason })}</p>}
      <p>{t('votes.vote.mayChange')}</p>
    </Notice>
  )
}

type FormProps = Pick<VoteProps, 'own' | 'typed' | 'reasonMissing'>

/** Three answers of the same weight; an objection has its reason beside it. */
function VoteForm({ own, typed, reasonMissing }: FormProps) {
  const { t } = useWords()
  return (
    <Form method="post" className="vote-form">
      <input type="hidden" name="step" value="vote" />
      <VoteButton choice="consent" />
      <VoteButton choice="aside" />
      <div className="vote-objection">
        <TextArea
          name="reason"
          label={t('votes.vote.reason')}
          hint={t('votes.vote.reasonHint')}
          error={reasonMissing ? t('votes.refused.reasonMissing') : undefined}
          defaultValue={typed ?? own?.reason}
          maxLength={longestSaying}
          rows={3}
        />
        <VoteButton choice="object" />
      </div>
    </Form>
  )
}

function VoteButton({ choice }: { choice: Choice }) {
  const { t } = useWords()
  const busy = useNavigation().state !== 'idle'
  return (
    <Button name="choice" value={choice} kind="quiet" className="vote-button" busy={busy}>
      <strong>{t(`votes.vote.choice.${choice}`)}</strong>
      <span>{t(`votes.vote.hint.${choice}`)}</span>
    </Button>
  )
}
