import { Form, Link } from '@remix-run/react'
import { barrierLabel, barriers } from 'surveys/five-barriers/v1'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useZodForm } from '~/ui/use-zod-form'
import { expectable, outOf } from '../self-check/rules'
import { predictionForm } from './form'
import type { Prediction, PredictionRefusal } from './rules'

type PredictionPageProps = {
  round: { id: string; number: number; opensOn: string }
  expected?: Prediction
  refused?: PredictionRefusal
  failed?: FormFailure
  isKept: boolean
}

/** Where a team lead says beforehand what they expect of their own team; only they ever see it. */
export function PredictionPage({ round, expected, refused, failed, isKept }: PredictionPageProps) {
  const { t } = useWords()
  return (
    <Page
      kicker={<Link to="/app/readiness">{t('readiness.index.title')}</Link>}
      title={t('readiness.expectation.title', { number: round.number })}
      lead={t('readiness.expectation.lead')}
    >
      {isKept && !refused && <Notice kind="done">{t('readiness.expectation.kept')}</Notice>}
      {refused && <Notice kind="warning">{t(`readiness.expectation.refused.${refused}`)}</Notice>}
      {!refused && <Expecting round={round} expected={expected} failed={failed} />}
      {refused && expected && <Expectations expected={expected} />}
    </Page>
  )
}

function Expecting({ round, expected, failed }: Pick<PredictionPageProps, 'round' | 'expected' | 'failed'>) {
  const { t, language } = useWords()
  const inWords = useDayInWords()
  const typed = Object.fromEntries(Object.entries(expected ?? {}).map(([barrier, ofTen]) => [barrier, `${ofTen}`]))
  const { errors, formProps, field } = useZodForm(predictionForm, { defaults: typed, failed })
  return (
    <>
      <ul>
        <li>{t('readiness.expectation.onlyYou')}</li>
        <li>{t('readiness.expectation.until', { date: inWords(round.opensOn) })}</li>
        <li>{t('readiness.expectation.beside')}</li>
        <li>{t('readiness.expectation.goes')}</li>
      </ul>
      <ErrorSummary errors={errors} />
      <Form {...formProps}>
        <p>
          <strong>{t('readiness.expectation.question')}</strong> {t('readiness.whatIsHigh')}
        </p>
        {barriers.map(barrier => (
          <SelectField key={barrier} {...field(barrier)} label={barrierLabel(barrier)[language]} required>
            <option value="">{t('readiness.selfCheck.choose')}</option>
            {expectable.map(ofTen => (
              <option key={ofTen} value={ofTen}>
                {t('readiness.ofTen', { ofTen, outOf })}
              </option>
            ))}
          </SelectField>
        ))}
        <ButtonRow>
          <Button>{t('readiness.expectation.keep')}</Button>
        </ButtonRow>
      </Form>
    </>
  )
}

/** What was said in time, once it can no longer change. */
function Expectations({ expected }: { expected: Prediction }) {
  const { t, language } = useWords()
  return (
    <ul>
      {barriers.flatMap(barrier => {
        const ofTen = expected[barrier]
        return ofTen === undefined
          ? []
          : [<li key={barrier}>{`${barrierLabel(barrier)[language]}: ${t('readiness.ofTen', { ofTen, outOf })}`}</li>]
      })}
    </ul>
  )
}
