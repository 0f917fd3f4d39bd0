import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormFailure, FormProblem } from '~/ui/form-problems'
import { Page } from '~/ui/page'
import { useZodForm } from '~/ui/use-zod-form'
import { passwordForm } from './form'
import { TryAgainLater } from './try-again'

type Answer = {
  problems?: Record<string, FormProblem>
  refused?: 'wrongPassword'
  waitSeconds?: number
}
type PasswordPageProps = { hasPassword: boolean; email: string; answer?: Answer }

/** Asks for a new password twice, and for the present one when there is one. */
export function PasswordPage({ hasPassword, email, answer }: PasswordPageProps) {
  const { t } = useWords()
  const failed = answer?.problems ? (answer as FormFailure) : undefined
  const { formProps, field, errors } = useZodForm(passwordForm, { failed })
  const refused = answer?.refused && { name: 'currentPassword', message: t('people.password.wrongPassword') }
  return (
    <Page title={t('people.password.title')} lead={t('people.password.lead')}>
      {answer?.waitSeconds && <TryAgainLater waitSeconds={answer.waitSeconds} />}
      <ErrorSummary errors={refused ? [refused] : errors} />
      <Form {...formProps} className="flow">
        <input name="email" type="email" autoComplete="username" defaultValue={email} readOnly hidden />
        {hasPassword && (
          <TextField
            {...field('currentPassword')}
            type="password"
            autoComplete="current-password"
            label={t('people.password.current')}
          />
        )}
        <TextField
          {...field('nextPassword')}
          type="password"
          autoComplete="new-password"
          label={t('people.password.next')}
          hint={t('people.password.nextHint')}
        />
        <TextField
          {...field('nextPasswordAgain')}
          type="password"
          autoComplete="new-password"
          label={t('people.password.again')}
        />
        <ButtonRow>
          <Button>{t('people.password.submit')}</Button>
        </ButtonRow>
      </Form>
    </Page>
  )
}
