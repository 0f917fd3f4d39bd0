import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useZodForm } from '~/ui/use-zod-form'
import { wordsForm } from './form'
import { ProposalFields } from './proposal-fields'
import { ProposalWords } from './proposal-words'
import type { ProposalRefusal } from './refusals'
import { isWordedFromDetail } from './rules'
import type { ProposalPageShown } from './shown'

type WordsPageProps = Pick<ProposalPageShown, 'proposal' | 'group'> & {
  /** The amount as the page's language writes it. */
  amount: string
  failed?: FormFailure
  refused?: ProposalRefusal
}

/** Where members improve the words of a proposal, until its vote opens. */
export function ProposalWordsPage({ proposal, group, amount, failed, refused }: WordsPageProps) {
  const { t } = useWords()
  const { id, title, words, version, subject, state } = proposal
  const defaults = { title, words, amount, seen: version }
  const { errors, formProps, field } = useZodForm(wordsForm, { defaults, failed })
  const isOpen = state === 'discussion'
  const isFixed = isWordedFromDetail(subject)
  const why = refused ?? (isFixed ? 'wordedFromDetail' : isOpen ? undefined : 'notInDiscussion')
  return (
    <Page kicker={group.name} title={t('votes.words.title')} lead={t('votes.words.lead')}>
      {why && <Notice kind="warning">{t(`votes.refused.${why}`)}</Notice>}
      {refused && <ProposalWords proposal={proposal} />}
      <ErrorSummary errors={errors} />
      <Form {...formProps}>
        <input type="hidden" name="seen" value={version} />
        <ProposalFields field={field} withAmount={subject === 'expense'} />
        <ButtonRow>
          {isOpen && !isFixed && <Button>{t('votes.words.submit')}</Button>}
          <ButtonLink to={`/app/proposals/${id}`} kind="quiet">
            {t(isOpen ? 'shell.cancel' : 'shell.back')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  )
}
