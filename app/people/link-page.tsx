import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { Page } from '~/ui/page'

/** What a one-time link opens: one button, or the news that it no longer works. */
export function LinkPage({ isGood }: { isGood: boolean }) {
  const { t } = useWords()
  if (!isGood) {
    return (
      <Page title={t('people.link.goneTitle')} lead={t('people.link.goneText')}>
        <ButtonRow>
          <ButtonLink to="/app/sign-in">{t('people.link.askAgain')}</ButtonLink>
        </ButtonRow>
      </Page>
    )
  }
  return (
    <Page title={t('people.link.title')} lead={t('people.link.lead')}>
      <form method="post">
        <ButtonRow>
          <Button>{t('people.link.submit')}</Button>
        </ButtonRow>
      </form>
    </Page>
  )
}
