import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { WordsOrGone } from '~/ledger/erasures/erased-words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField, SelectField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Preview, PublishOrChange } from '~/ui/preview'
import { useZodForm } from '~/ui/use-zod-form'
import { openingForm } from './form'
import { ProposalWords } from './proposal-words'
import type { ProposalRefusal } from './refusals'
import { RuleWords, useShareWords } from './rule-words'
import { ruleChoices, type VoteRule } from './rules'
import type { AboutShown, OpeningSaid, ProposalPageShown } from './shown'

type OpeningProps = Pick<ProposalPageShown, 'proposal' | 'group' | 'members'> & {
  about: AboutShown | null
  /** The clock time at which votes close. */
  closingTime: string
  started: OpeningSaid
  previewed?: OpeningSaid
  failed?: FormFailure
  refused?: ProposalRefusal
}

/** Where a member opens the vote: first how long and by which rule, then what members will see. */
export function OpeningPage(props: OpeningProps) {
  const { t } = useWords()
  const { proposal, group, refused, previewed } = props
  const isOpen = proposal.state === 'discussion'
  const why = refused ?? (isOpen ? undefined : 'notInDiscussion')
  return (
    <Page kicker={group.name} title={t('votes.opening.title')} lead={isOpen && t('votes.opening.lead')}>
      {why && <Notice kind="warning">{t(`votes.refused.${why}`)}</Notice>}
      {!isOpen && <ButtonLink to={`/app/proposals/${proposal.id}`}>{t('shell.back')}</ButtonLink>}
      {isOpen && previewed && <Opening {...props} said={previewed} />}
      {isOpen && !previewed && <Choosing {...props} />}
    </Page>
  )
}

function Choosing({ proposal, started, failed, closingTime, about }: OpeningProps) {
  const { t } = useWords()
  const share = useShareWords()
  const { errors, formProps, field } = useZodForm(openingForm, { defaults: started, failed })
  const isVeto = proposal.subject === 'veto'
  const asked = (isVeto ? ['vetoPct'] : ['quorumPct', 'majorityPct']) as (keyof VoteRule)[]
  const unasked = (Object.keys(ruleChoices) as (keyof VoteRule)[]).filter(part => !asked.includes(part))
  return (
    <>
      <h2>
        <WordsOrGone words={proposal.title} of="proposal" id={proposal.id} part="title" />
      </h2>
      <ProposalWords proposal={proposal} about={about} />
      <ErrorSummary errors={errors} />
      <Form {...formProps}>
        <input type="hidden" name="seen" value={proposal.version} />
        <DateField
          {...field('closesOn')}
          label={t('votes.opening.closesOn')}
          hint={t('votes.opening.closesOnHint', { time: closingTime })}
          width="short"
          required
        />
        {asked.map(part => (
          <SelectField key={part} {...field(part)} label={t(`votes.opening.${part}`)}>
            {ruleChoices[part].map(pct => (
              <option key={pct} value={pct}>
                {part === 'majorityPct' ? t('votes.opening.moreThan', { share: share(pct) }) : share(pct)}
              </option>
            ))}
          </SelectField>
        ))}
        {unasked.map(part => (
          <input key={part} type="hidden" name={part} value={started[part]} />
        ))}
        <ButtonRow>
          <Button name="step" value="preview">
            {t('votes.opening.preview')}
          </Button>
          <ButtonLink to={`/app/proposals/${proposal.id}`} kind="quiet">
            {t('shell.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}

function Opening({ proposal, about, members, said, closingTime: time }: OpeningProps & { said: OpeningSaid }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const irrevocable = [t('votes.opening.fixed'), t('votes.opening.public')]
  return (
    <>
      <Preview caption={t('votes.opening.caption')} irrevocable={irrevocable}>
        <h2>
          <WordsOrGone words={proposal.title} of="proposal" id={proposal.id} part="title" />
        </h2>
        <ProposalWords proposal={proposal} about={about} />
        <p>{t('votes.opening.until', { date: inWords(said.closesOn), time })}</p>
        <RuleWords rule={said} subject={proposal.subject} members={members} />
      </Preview>
      <Form method="post">
        {Object.entries(said).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <PublishOrChange publish={t('votes.opening.publish')} change={t('votes.opening.change')} />
      </Form>
    </>
  )
}
