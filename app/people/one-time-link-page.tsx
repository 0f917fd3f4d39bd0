import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { TextField } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'

/** Makes a link for somebody without mail, and says what it means to hold it. */
export function OneTimeLinkPage({ name, address }: { name: string; address: string | undefined }) {
  const { t } = useWords()
  return (
    <Page title={t('people.oneLink.title', { name })} lead={t('people.oneLink.lead')}>
      <Notice kind="warning">{t('people.oneLink.warning', { name })}</Notice>
      {address ? (
        <>
          <p role="status">{t('people.oneLink.made', { name })}</p>
          <TextField name="address" label={t('people.oneLink.label')} value={address} readOnly />
        </>
      ) : (
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
