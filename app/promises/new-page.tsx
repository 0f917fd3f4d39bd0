import { useWords } from '~/language/words'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { PromisePublishing, PromiseWriting } from './promise-form'
import type { MakeRefusal } from './rules'
import type { Doubt } from './vagueness'
import type { PromiseSaid } from './words'

type Answer = {
  step: 'write' | 'preview' | 'publish'
  said?: PromiseSaid
  doubts?: Doubt[]
  failed?: FormFailure
  refused?: MakeRefusal | 'noSuchResponse'
}
type NewPromisePageProps = {
  started: Partial<PromiseSaid>
  answers: readonly { roundId: string; number: number }[]
  answer?: Answer
}

/** Where a promise is made: write it, read it as staff will, publish it for good. */
export function NewPromisePage({ started, answers, answer }: NewPromisePageProps) {
  const { t } = useWords()
  const { step = 'write', said, doubts = [], failed, refused } = answer ?? {}
  return (
    <Page title={t('promises.new.title')} lead={t('promises.new.lead')}>
      {refused && <Notice kind="warning">{t(`promises.refused.${refused}`)}</Notice>}
      {step !== 'write' && said ? (
        <PromisePublishing said={said} doubts={doubts} answers={answers} />
      ) : (
        <PromiseWriting said={said ?? started} answers={answers} failed={failed} />
      )}
    </Page>
  )
}
