import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { TextField } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'

type OneTimeLinkPageProps = {
  name: string
  /** Whether the word of this person is half of a decision, and whether they therefore ask for a link themselves. */
  caution?: 'risky' | 'asksByMail'
  address: string | undefined
}

/** Makes a link for somebody without mail, and says what it means to hold it. */
export function OneTimeLinkPage({ name, caution, address }: OneTimeLinkPageProps) {
  const { t } = useWords()
  return (
    <Page title={t('people.oneLink.title', { name })} lead={t('people.oneLink.lead')}>
      <Notice kind="warning">
        {caution === 'asksByMail' ? t('people.oneLink.asksByMail', { name }) : t('people.oneLink.warning', { name })}
      </Notice>
      {caution === 'risky' && <Notice kind="warning">{t('people.oneLink.risky', { name })}</Notice>}
      {address && (
        <>
          <p role="status">{t('people.oneLink.made', { name })}</p>
          <TextField name="address" label={t('people.oneLink.label')} value={address} readOnly />
        </>
      )}
      {!address && caution !== 'asksByMail' && (
        <Form method="post">
          <ButtonRow>
            <Button>{t('people.oneLink.submit')}</Button>
          </ButtonRow>
        </Form>
      )}
      <ButtonRow>
        <ButtonLink kind="plain" to="/app/people">
          {t('people.oneLink.back')}
        </ButtonLink>
      </ButtonRow>
    </Page>
  )
}
