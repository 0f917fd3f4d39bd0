import { useWords } from '~/language/words'
import { enoughOf, type ruleChoices, type Subject, type VoteRule } from './rules'

type Share = `p${(typeof ruleChoices)[keyof VoteRule][number]}`

/** Returns a writer of the shares a group can choose: "two thirds". */
export function useShareWords(): (pct: number) => string {
  const { t } = useWords()
  return pct => {
    const share = `p${pct}` as Share
    return t(`votes.share.${share}`)
  }
}

type RuleProps = { rule: VoteRule; subject: Subject; members: number }

/** By which rule a vote is counted, before anybody votes; for a veto another one than for everything else. */
export function RuleWords({ rule, subject, members }: RuleProps) {
  const { t } = useWords()
  const share = useShareWords()
  const counted = (pct: number) => ({ enough: enoughOf(members, pct), members, share: share(pct) })
  return (
    <ul>
      {subject === 'veto' ? (
        <li>{t('votes.rule.veto', counted(rule.vetoPct))}</li>
      ) : (
        <>
          <li>{t('votes.rule.quorum', counted(rule.quorumPct))}</li>
          <li>{t('votes.rule.majority', { share: share(rule.majorityPct) })}</li>
          <li>{t('votes.rule.aside')}</li>
        </>
      )}
      <li>{t('votes.rule.early')}</li>
      <li>{t('votes.rule.secret')}</li>
    </ul>
  )
}
