import { useMemo } from 'react'
import { useWords } from '~/language/words'
import { WrittenKept } from '~/promises/what-changed'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import type { ProposalRefusal } from './refusals'

/** What became of what was sent from the page of a proposal; nothing when it was done. */
export type ProposalAnswer = { step: string; failed: FormFailure; refused?: ProposalRefusal }

/** Says why nothing was done: with the way to the field that lacks something, or with what was written where no field is left. */
export function Answered({ answer, mayWrite }: { answer: ProposalAnswer; mayWrite: boolean }) {
  const { t } = useWords()
  const { refused } = answer
  // The focus moves whenever the list changes, so it may change only with the answer.
  const errors = useMemo(() => {
    const problem = problemIn(answer, 'contribution')
    if (answer.refused === 'reasonMissing') return [{ name: 'reason', message: t('votes.refused.reasonMissing') }]
    return problem ? [{ name: 'contribution', message: t(`forms.${problem}`) }] : []
  }, [answer, t])
  const written = [typedIn(answer, 'vote', 'reason'), typedIn(answer, 'say', 'contribution')]
  return (
    <>
      {refused && refused !== 'reasonMissing' && <Notice kind="warning">{t(`votes.refused.${refused}`)}</Notice>}
      <ErrorSummary errors={errors} />
      {!mayWrite && <WrittenKept texts={written.filter(text => text !== undefined)} />}
    </>
  )
}

/** Returns what is wrong with a field. */
export const problemIn = (answer: ProposalAnswer | undefined, name: string) => answer?.failed.problems[name]

/** Returns what was typed in a field of one form of the page. */
export function typedIn(answer: ProposalAnswer | undefined, step: string, name: string): string | undefined {
  const typed = answer?.step === step ? answer.failed.values[name] : undefined
  return typeof typed === 'string' ? typed : undefined
}
