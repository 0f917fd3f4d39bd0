import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { ExerciseLimits } from './limits'

const steps = ['scan', 'give', 'end', 'talk', 'close'] as const

/** Where a facilitator reads how the exercise goes, and starts one. */
export function StartPage({ refused }: { refused?: 'tooManyAtOnce' }) {
  const { t } = useWords()
  return (
    <Page title={t('readiness.exercise.title')} lead={t('readiness.exercise.lead')}>
      {refused && <Notice kind="warning">{t(`readiness.exercise.refused.${refused}`)}</Notice>}
      <Section title={t('readiness.exercise.how')}>
        <ol>
          {steps.map(step => (
            <li key={step}>{t(`readiness.exercise.step.${step}`)}</li>
          ))}
        </ol>
      </Section>
      <ExerciseLimits />
      <Form method="post">
        <ButtonRow>
          <Button>{t('readiness.exercise.start')}</Button>
        </ButtonRow>
      </Form>
      <p>
        <Link to="/app/readiness/cards">{t('readiness.exercise.toCards')}</Link>
      </p>
    </Page>
  )
}
