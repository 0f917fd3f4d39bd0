import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { RadioGroup } from '~/ui/choice'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useZodForm } from '~/ui/use-zod-form'
import { ownSubjects, proposalForm } from './form'
import { ProposalFields } from './proposal-fields'
import type { ProposalRefusal } from './refusals'

type NewProps = {
  group: { id: string; name: string }
  /** The words of an earlier plan that colleagues changed. */
  started: { subject: 'plan'; title: string; words: string } | null
  failed?: FormFailure
  refused?: ProposalRefusal
}

/** Where a member puts something before the group. */
export function NewProposalPage({ group, started, failed, refused }: NewProps) {
  const { t } = useWords()
  const defaults = started ?? { subject: 'plan' as const }
  const { errors, formProps, field } = useZodForm(proposalForm, { defaults, failed })
  const { defaultValue, ...subject } = field('subject')
  const choices = ownSubjects.map(one => ({
    ...{ value: one, label: t(`votes.subject.${one}`), hint: t(`votes.new.${one}Hint`) },
  }))
  return (
    <Page
      kicker={<Link to={`/app/groups/${group.id}/proposals`}>{group.name}</Link>}
      title={t('votes.new.title')}
      lead={t('votes.new.lead')}
    >
      {refused && <Notice kind="warning">{t(`votes.refused.${refused}`)}</Notice>}
      <ErrorSummary errors={errors} />
      <Form {...formProps}>
        <RadioGroup
          {...subject}
          label={t('votes.new.subject')}
          choices={choices}
          chosen={defaultValue ? [defaultValue] : []}
        />
        <ProposalFields field={field} withAmount />
        <p className="note">{t('votes.new.gates')}</p>
        <ButtonRow>
          <Button>{t('votes.new.submit')}</Button>
          <ButtonLink to={`/app/groups/${group.id}/proposals`} kind="quiet">
            {t('shell.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  )
}
