import { Form, Link } from '@remix-run/react'
import type { z } from 'zod'
import { useWords } from '~/language/words'
import { longestResponsePart, responseForm } from '~/pulses/form'
import { ResponseText, type ResponseWords, responseParts } from '~/pulses/response-text'
import { Button, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Preview } from '~/ui/preview'
import { Steps } from '~/ui/steps'
import { TextArea } from '~/ui/text-area'
import { useZodForm } from '~/ui/use-zod-form'

type Refusal = 'notPublished' | 'alreadyAnswered' | 'noSuchRound'
export type ResponsePageProps = {
  round: { id: string; number: number }
  step: z.output<typeof responseForm>['step']
  said?: ResponseWords
  failed?: FormFailure
  refused?: Refusal
}

/** Where management answers a result: write, see it as staff will read it, publish for good. */
export function ResponsePage({ round, step, said, failed, refused }: ResponsePageProps) {
  const { t } = useWords()
  const isPreview = step !== 'write' && said !== undefined
  return (
    <Page title={t('pulses.response.page.title', { number: round.number })} lead={t('pulses.response.page.lead')}>
      {refused && <Refused roundId={round.id} refused={refused} kept={said !== undefined} />}
      {!refused && <ResponseSteps isPreview={isPreview} />}
      {refused && said && <ResponseText response={said} headings="h3" />}
      {!refused && (isPreview ? <Publishing said={said} /> : <Writing round={round} said={said} failed={failed} />)}
    </Page>
  )
}

function Refused({ roundId, refused, kept }: { roundId: string; refused: Refusal; kept: boolean }) {
  const { t } = useWords()
  return (
    <Notice kind="warning" title={t(`pulses.response.refused.${refused}`)}>
      {kept && <p>{t('pulses.response.page.kept')}</p>}
      {refused === 'alreadyAnswered' && (
        <p>
          <Link to={`/app/results/${roundId}`}>{t('pulses.response.page.toResult')}</Link>
        </p>
      )}
    </Notice>
  )
}

function ResponseSteps({ isPreview }: { isPreview: boolean }) {
  const { t } = useWords()
  const steps = [
    { id: 'write', label: t('pulses.response.page.stepWrite') },
    { id: 'preview', label: t('pulses.response.page.stepPreview') },
    { id: 'published', label: t('pulses.response.page.stepPublished') },
  ]
  return <Steps steps={steps} now={isPreview ? 'preview' : 'write'} label={t('pulses.response.page.steps')} />
}

type WritingProps = Pick<ResponsePageProps, 'round' | 'said' | 'failed'>

function Writing({ round, said, failed }: WritingProps) {
  const { t } = useWords()
  const { errors, formProps, field } = useZodForm(responseForm, { defaults: said, failed })
  return (
    <>
      <ErrorSummary errors={errors} />
      <Form {...formProps}>
        <p>
          <Link to={`/app/results/${round.id}`}>{t('pulses.response.page.readResult')}</Link>
        </p>
        {responseParts.map(part => (
          <TextArea
            key={part}
            {...field(part)}
            label={t(`pulses.response.${part}`)}
            hint={t(`pulses.response.page.${part}Hint`)}
            maxLength={longestResponsePart}
            rows={6}
            required
          />
        ))}
        <ButtonRow>
          <Button name="step" value="preview">
            {t('pulses.response.page.preview')}
          </Button>
        </ButtonRow>
      </Form>
    </>
  )
}

function Publishing({ said }: { said: ResponseWords }) {
  const { t } = useWords()
  const irrevocable = (['everybody', 'forGood', 'opens'] as const).map(one => t(`pulses.response.page.${one}`))
  return (
    <>
      <Preview irrevocable={irrevocable}>
        <ResponseText response={said} headings="h3" />
      </Preview>
      <Form method="post">
        {responseParts.map(part => (
          <input key={part} type="hidden" name={part} value={said[part]} />
        ))}
        <ButtonRow>
          <Button name="step" value="publish" kind="warning">
            {t('pulses.response.page.publish')}
          </Button>
          <Button name="step" value="write" kind="quiet">
            {t('pulses.response.page.change')}
          </Button>
        </ButtonRow>
      </Form>
    </>
  )
}
