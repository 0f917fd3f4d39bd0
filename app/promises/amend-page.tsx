import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { TextArea } from '~/ui/text-area'
import { useZodForm } from '~/ui/use-zod-form'
import type { AmendRefusal, fixedBecause } from './amending'
import { amendForm, longestPart } from './form'
import { useNamedErrors } from './named-errors'
import { PromiseFields } from './promise-fields'
import type { PromiseInFull } from './register'
import { PartText, SmallPrint } from './small-print'
import { WhatChanged, WrittenKept } from './what-changed'
import type { PromiseWords } from './words'

type AmendPageProps = {
  promise: PromiseInFull
  /** Why no word can change any more. */
  fixed: ReturnType<typeof fixedBecause>
  failed?: FormFailure
  refused?: AmendRefusal
  seen?: number
}

/** Where new words are put beside the first ones, with the reason that everybody will read. */
export function AmendPage({ promise, fixed, failed, refused, seen }: AmendPageProps) {
  const { t } = useWords()
  const home = `/app/promises/${promise.id}`
  const why = refused ?? fixed
  return (
    <Page title={t('promises.amend.title', { id: promise.id })} lead={t('promises.amend.lead')}>
      {why && why !== 'changedMeanwhile' && <Notice kind="warning">{t(`promises.refused.${why}`)}</Notice>}
      {why === 'changedMeanwhile' && (
        <>
          <WhatChanged events={promise.events} seen={seen ?? promise.version} />
          <h2>
            <PartText part="text" words={promise.now} />
          </h2>
          <SmallPrint words={promise.now} rest={promise} round={promise.round} />
        </>
      )}
      {fixed ? <Closed home={home} failed={failed} /> : <Words promise={promise} failed={failed} />}
    </Page>
  )
}

/** Nothing can be amended any more: what was written is still there to copy. */
function Closed({ home, failed }: { home: string; failed?: FormFailure }) {
  const { t } = useWords()
  const texts = Object.values(failed?.values ?? {}).flat()
  return (
    <>
      <WrittenKept texts={texts.filter(text => typeof text === 'string')} />
      <ButtonLink to={home}>{t('shell.back')}</ButtonLink>
    </>
  )
}

function Words({ promise, failed }: Pick<AmendPageProps, 'promise' | 'failed'>) {
  const { t } = useWords()
  const defaults = { ...promise.now, seen: promise.version }
  const { errors, formProps, field } = useZodForm(amendForm, { defaults, failed })
  return (
    <>
      <ErasedParts words={promise.now} />
      <ErrorSummary errors={useNamedErrors(errors)} />
      <Form {...formProps}>
        <input type="hidden" name="seen" value={promise.version} />
        <PromiseFields field={field} />
        <TextArea
          {...field('reason')}
          label={t('promises.part.reason')}
          hint={t('promises.amend.reasonHint')}
          maxLength={longestPart}
          rows={3}
          required
        />
        <p className="note">{t('promises.move.noUndo')}</p>
        <ButtonRow>
          <Button kind="warning">{t('promises.amend.submit')}</Button>
          <ButtonLink to={`/app/promises/${promise.id}`} kind="quiet">
            {t('shell.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}

const spoken = ['text', 'why', 'scope', 'exclusions', 'measure'] as const

/** Fields are empty where words were erased: says so, or somebody would write the same words again. */
function ErasedParts({ words }: { words: PromiseWords }) {
  const { t } = useWords()
  const gone = spoken.filter(part => !words[part])
  if (gone.length === 0) return null
  return (
    <Notice title={t('promises.amend.erased')}>
      {gone.map(part => (
        <p key={part}>
          {t(`promises.part.${part}`)}: <PartText part={part} words={words} />
        </p>
      ))}
    </Notice>
  )
}
