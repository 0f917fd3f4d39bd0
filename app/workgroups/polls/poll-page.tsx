import { Form, useNavigation } from '@remix-run/react'
import { getScale } from 'surveys/instrument'
import { peerPoll, questionAboutPlan } from 'surveys/peer-poll/v1'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Preview } from '~/ui/preview'
import type { ProposalRefusal } from '../votes/refusals'

type PollPageProps = {
  plan: { id: string; title: string }
  group: { name: string }
  /** What can be done: ask, or take back what no round has taken along yet; nothing when neither is possible. */
  step?: 'ask' | 'takeBack'
  because?: ProposalRefusal
}

/** Where a member lets the next round ask colleagues about a plan: the card as they will read it. */
export function PollPage({ plan, group, step, because }: PollPageProps) {
  const { t, language } = useWords()
  const busy = useNavigation().state !== 'idle'
  return (
    <Page kicker={group.name} title={t('votes.poll.title')} lead={t('votes.poll.lead')}>
      {because && <Notice kind="warning">{t(`votes.refused.${because}`)}</Notice>}
      <Preview irrevocable={step === 'ask' ? [t('votes.poll.everybody')] : []}>
        <h2>{questionAboutPlan(plan.title)[language]}</h2>
        <ul>
          {getScale(peerPoll, 'agree5').steps.map(({ value, label }) => (
            <li key={value}>{label[language]}</li>
          ))}
        </ul>
        <p className="note">{t('votes.poll.abstain', { word: peerPoll.abstain[language] })}</p>
      </Preview>
      <p className="note">{t('votes.poll.most')}</p>
      <Form method="post">
        <ButtonRow>
          {step && (
            <Button name="step" value={step} kind={step === 'ask' ? 'main' : 'warning'} busy={busy}>
              {t(step === 'ask' ? 'votes.poll.submit' : 'votes.poll.takeBack')}
            </Button>
          )}
          <ButtonLink to={`/app/proposals/${plan.id}`} kind="quiet">
            {t(step ? 'shell.cancel' : 'shell.back')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  )
}
