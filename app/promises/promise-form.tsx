import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField, SelectField, TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Preview, PublishOrChange } from '~/ui/preview'
import { useZodForm } from '~/ui/use-zod-form'
import { promiseForm } from './form'
import { useNamedErrors } from './named-errors'
import { PromiseFields } from './promise-fields'
import { SmallPrint } from './small-print'
import type { Doubt } from './vagueness'
import { barriers, type PromiseSaid } from './words'

type Answer = { roundId: string; number: number }
type WritingProps = { said: Partial<PromiseSaid>; answers: readonly Answer[]; failed?: FormFailure }

/** The first step: every part of a promise, with what was typed before kept. */
export function PromiseWriting({ said, answers, failed }: WritingProps) {
  const { t } = useWords()
  const { errors, formProps, field } = useZodForm(promiseForm, { defaults: said, failed })
  return (
    <>
      <ErrorSummary errors={useNamedErrors(errors)} />
      <Form {...formProps}>
        <PromiseFields field={field} />
        <DateField
          {...field('madeOn')}
          label={t('promises.part.madeOn')}
          hint={t('promises.new.madeOnHint')}
          width="short"
          required
        />
        <TextField {...field('place')} label={t('promises.part.place')} hint={t('promises.new.placeHint')} optional />
        <SelectField {...field('barrier')} label={t('promises.part.barrier')} optional>
          <option value="">{t('promises.new.noBarrier')}</option>
          {barriers.map(barrier => (
            <option key={barrier} value={barrier}>
              {t(`promises.barrier.${barrier}`)}
            </option>
          ))}
        </SelectField>
        <SelectField {...field('roundId')} label={t('promises.new.fromAnswer')} optional>
          <option value="">{t('promises.new.noRound')}</option>
          {answers.map(({ roundId, number }) => (
            <option key={roundId} value={roundId}>
              {t('promises.new.answered', { number })}
            </option>
          ))}
        </SelectField>
        <ButtonRow>
          <Button name="step" value="preview">
            {t('promises.new.preview')}
          </Button>
        </ButtonRow>
      </Form>
    </>
  )
}

type PublishingProps = { said: PromiseSaid; doubts: readonly Doubt[]; answers: readonly Answer[] }

/** The second step: as staff will read it, what they will ask, and what cannot be undone. */
export function PromisePublishing({ said, doubts, answers }: PublishingProps) {
  const { t } = useWords()
  const irrevocable = (['everybody', 'forGood', 'notJudge'] as const).map(one => t(`promises.new.${one}`))
  const round = answers.find(({ roundId }) => roundId === said.roundId)
  return (
    <>
      {doubts.length > 0 && <Doubts doubts={doubts} />}
      <Preview irrevocable={irrevocable}>
        <h2>{said.text}</h2>
        <SmallPrint words={said} rest={{ ...said, place: said.place || undefined }} round={round} />
      </Preview>
      <Form method="post">
        {Object.entries(said).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value ?? ''} />
        ))}
        <PublishOrChange publish={t('promises.new.publish')} change={t('promises.new.change')} />
      </Form>
    </>
  )
}

function Doubts({ doubts }: { doubts: readonly Doubt[] }) {
  const { t } = useWords()
  const asked = doubts.map(doubt => t(`promises.doubt.${doubt.kind}`, { word: 'word' in doubt ? doubt.word : '' }))
  return (
    <Notice kind="warning" title={t('promises.doubt.title')}>
      <ul>
        {asked.map(question => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <p>{t('promises.doubt.advice')}</p>
    </Notice>
  )
}
