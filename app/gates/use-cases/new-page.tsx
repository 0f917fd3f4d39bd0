import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { RadioGroup } from '~/ui/choice'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useZodForm } from '~/ui/use-zod-form'
import { useCaseForm } from './form'
import { longestName } from './rules'

type NewProps = {
  groups: readonly { id: string; name: string }[]
  failed?: FormFailure
  refused?: 'noSuchGroup' | 'groupEnded'
}

/** Where a use case begins: a name, and the group that holds its key. No day is asked for. */
export function NewUseCasePage({ groups, failed, refused }: NewProps) {
  const { t } = useWords()
  const only = groups.length === 1 ? groups[0]!.id : undefined
  const { errors, formProps, field } = useZodForm(useCaseForm, { defaults: { workgroupId: only }, failed })
  const busy = useNavigation().state !== 'idle'
  const { defaultValue, ...group } = field('workgroupId')
  return (
    <Page title={t('phases.new.title')} lead={t('phases.new.lead')}>
      <ErrorSummary errors={errors} />
      {refused && <Notice kind="warning">{t(`phases.refused.${refused}`)}</Notice>}
      <Form {...formProps}>
        <TextField
          {...field('name')}
          label={t('phases.new.name')}
          hint={t('phases.new.nameHint')}
          maxLength={longestName}
        />
        <RadioGroup
          {...group}
          label={t('phases.new.group')}
          hint={t('phases.new.groupHint')}
          choices={groups.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={defaultValue ? [defaultValue] : []}
        />
        <Notice title={t('phases.noDay.title')}>{t('phases.noDay.text')}</Notice>
        <ButtonRow>
          <Button busy={busy}>{t('phases.new.submit')}</Button>
          <ButtonLink to="/app/use-cases" kind="quiet">
            {t('shell.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  )
}
