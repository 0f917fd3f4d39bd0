import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { longestResponsePart, responseForm } from '~/pulses/form'
import { ResponseText, type ResponseWords, responseParts } from '~/pulses/response-text'
import { Button, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormFailure } from '~/ui/form-problems'
import { Preview, PublishOrChange } from '~/ui/preview'
import { TextArea } from '~/ui/text-area'
import { useZodForm } from '~/ui/use-zod-form'

type Part = (typeof responseParts)[number]
type WritingProps = { round: { id: string }; said?: ResponseWords; failed?: FormFailure }

/** The first step: three parts to write, with what was typed before kept. */
export function ResponseWriting({ round, said, failed }: WritingProps) {
  const { t } = useWords()
  const { errors, formProps, field } = useZodForm(responseForm, { defaults: said, failed })
  const labels = {
    heard: t('pulses.response.heard'),
    willDo: t('pulses.response.willDo'),
    willNotDo: t('pulses.response.willNotDo'),
  }
  const named = errors.map(({ name, message }) => ({ name, message: `${labels[name as Part]}: ${message}` }))
  return (
    <>
      <ErrorSummary errors={named} />
      <Form {...formProps}>
        <p>
          <Link to={`/app/results/${round.id}`}>{t('pulses.response.page.readResult')}</Link>
        </p>
        {responseParts.map(part => (
          <TextArea
            key={part}
            {...field(part)}
            label={labels[part]}
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

/** The second step: as staff will read it, what cannot be undone, and the way back. */
export function ResponsePublishing({ said }: { said: ResponseWords }) {
  const { t } = useWords()
  const irrevocable = (['everybody', 'forGood', 'opens'] as const).map(one => t(`pulses.response.page.${one}`))
  return (
    <>
      <Preview irrevocable={irrevocable}>
        <ResponseText response={said} headings="h2" />
      </Preview>
      <Form method="post">
        {responseParts.map(part => (
          <input key={part} type="hidden" name={part} value={said[part]} />
        ))}
        <PublishOrChange publish={t('pulses.response.page.publish')} change={t('pulses.response.page.change')} />
      </Form>
    </>
  )
}
