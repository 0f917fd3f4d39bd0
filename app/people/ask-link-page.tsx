import { useWords } from '~/language/words'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormProblem } from '~/ui/form-problems'
import { Page } from '~/ui/page'
import { LinkRequest } from './link-request'
import { TryAgainLater } from './try-again'

type Answer = {
  problems?: Record<string, FormProblem>
  values?: Record<string, string | string[]>
  waitSeconds?: number
}

/** Asks for a link by mail; after asking it says the same to everybody. */
export function AskLinkPage({ isSent, canMail, answer }: { isSent: boolean; canMail: boolean; answer?: Answer }) {
  const { t } = useWords()
  if (isSent && !answer) {
    return (
      <Page title={t('people.link.sentTitle')} lead={t('people.link.sentText')}>
        <p>{t('people.link.sentHint')}</p>
      </Page>
    )
  }
  const problem = answer?.problems?.linkEmail
  const error = problem && t(`forms.${problem}`)
  return (
    <Page title={t('people.signIn.linkTitle')}>
      {answer?.waitSeconds && <TryAgainLater waitSeconds={answer.waitSeconds} />}
      <ErrorSummary errors={error ? [{ name: 'linkEmail', message: error }] : []} />
      <LinkRequest canMail={canMail} error={error} email={answer?.values?.linkEmail as string | undefined} />
    </Page>
  )
}
