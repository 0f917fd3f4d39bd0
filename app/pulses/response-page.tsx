import { Link } from '@remix-run/react'
import type { z } from 'zod'
import { useWords } from '~/language/words'
import type { responseForm } from '~/pulses/form'
import { ResponsePublishing, ResponseWriting } from '~/pulses/response-form'
import { ResponseText, type ResponseWords } from '~/pulses/response-text'
import type { ResponseRefusal } from '~/pulses/rules'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Steps } from '~/ui/steps'

type Refusal = ResponseRefusal | 'noSuchRound'
export type ResponsePageProps = {
  round: { id: string; number: number; isCheck?: boolean }
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
      {!refused && round.isCheck && <p>{t('readiness.response.note')}</p>}
      {refused && said && <ResponseText response={said} headings="h2" />}
      {!refused &&
        (isPreview ? (
          <ResponsePublishing said={said} />
        ) : (
          <ResponseWriting round={round} said={said} failed={failed} />
        ))}
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
