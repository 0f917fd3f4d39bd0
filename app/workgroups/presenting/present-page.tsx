import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { WordsOrGone } from '~/ledger/erasures/erased-words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField, TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Preview, PublishOrChange } from '~/ui/preview'
import { TextArea } from '~/ui/text-area'
import { useZodForm } from '~/ui/use-zod-form'
import type { ProposalRefusal } from '../votes/refusals'
import { longestChange, presentationForm } from './form'
import { Presentations } from './plan-section'
import type { Presented } from './rules'

type PresentProps = {
  plan: { id: string; title: string }
  group: { name: string }
  said: Partial<Presented>
  previewed?: Presented
  failed?: FormFailure
  refused?: ProposalRefusal
}

/** Where a member writes down that colleagues saw the plan. */
export function PresentPage({ plan, group, said, previewed, failed, refused }: PresentProps) {
  const { t } = useWords()
  return (
    <Page kicker={group.name} title={t('votes.present.title')} lead={t('votes.present.lead')}>
      {refused && <Notice kind="warning">{t(`votes.refused.${refused}`)}</Notice>}
      {previewed && !refused ? (
        <Publishing plan={plan} said={previewed} />
      ) : (
        <Writing plan={plan} said={said} failed={failed} />
      )}
    </Page>
  )
}

function Writing({ plan, said, failed }: Pick<PresentProps, 'plan' | 'said' | 'failed'>) {
  const { t } = useWords()
  const { errors, formProps, field } = useZodForm(presentationForm, { defaults: said, failed })
  return (
    <>
      <h2>
        <WordsOrGone words={plan.title} of="proposal" id={plan.id} part="title" />
      </h2>
      <ErrorSummary errors={errors} />
      <Form {...formProps}>
        <DateField {...field('heldOn')} label={t('votes.present.heldOn')} width="short" required />
        <TextField
          {...field('audience')}
          label={t('votes.present.audience')}
          inputMode="numeric"
          autoComplete="off"
          width="short"
          required
        />
        <TextArea
          {...field('changed')}
          label={t('votes.present.changed')}
          hint={t('votes.present.changedHint')}
          maxLength={longestChange}
          rows={5}
          required
        />
        <ButtonRow>
          <Button name="step" value="preview">
            {t('votes.present.preview')}
          </Button>
          <ButtonLink to={`/app/proposals/${plan.id}`} kind="quiet">
            {t('shell.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}

function Publishing({ plan, said }: { plan: PresentProps['plan']; said: Presented }) {
  const { t } = useWords()
  return (
    <>
      <Preview irrevocable={[t('votes.present.public')]}>
        <h2>
          <WordsOrGone words={plan.title} of="proposal" id={plan.id} part="title" />
        </h2>
        <Presentations presentations={[{ id: '', ...said }]} />
      </Preview>
      <Form method="post">
        {Object.entries(said).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <PublishOrChange publish={t('votes.present.publish')} change={t('votes.present.change')} />
      </Form>
    </>
  )
}
