import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { WordsOrGone } from '~/ledger/erasures/erased-words'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { DoOrGoBack, Preview } from '~/ui/preview'
import type { ProposalRefusal } from '../votes/refusals'
import { Presentations } from './plan-section'
import type { Presented } from './rules'

type HandProps = {
  plan: { id: string; title: string; words: string }
  group: { name: string }
  presentations: readonly (Presented & { id: string })[]
  /** Why the plan cannot go now. */
  because?: ProposalRefusal
}

/** Where a member hands a plan to management: what goes there, and what colleagues changed first. */
export function HandPage({ plan, group, presentations, because }: HandProps) {
  const { t } = useWords()
  const home = `/app/proposals/${plan.id}`
  return (
    <Page kicker={group.name} title={t('votes.hand.title')}>
      {because && <Notice kind="warning">{t(`votes.refused.${because}`)}</Notice>}
      {because ? (
        <ButtonLink to={because === 'notPresented' ? `${home}/present` : home}>
          {t(because === 'notPresented' ? 'votes.present.link' : 'shell.back')}
        </ButtonLink>
      ) : (
        <>
          <Preview caption={t('votes.hand.caption')} irrevocable={[t('votes.hand.once'), t('votes.hand.public')]}>
            <h2>
              <WordsOrGone words={plan.title} of="proposal" id={plan.id} part="title" />
            </h2>
            <p className="register-text">
              <WordsOrGone words={plan.words} of="proposal" id={plan.id} part="text" />
            </p>
            <Presentations presentations={presentations} />
          </Preview>
          <Form method="post">
            <DoOrGoBack submit={t('votes.hand.submit')} back={t('shell.back')} backTo={home} />
          </Form>
        </>
      )}
    </Page>
  )
}
