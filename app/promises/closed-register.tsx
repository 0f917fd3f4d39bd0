import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import { ErrorPage } from '~/ui/error-page'
import { useCarriedLanguage } from '~/ui/masthead'
import { Page } from '~/ui/page'

/** Stands where the register is for who is signed in: says so, and where to sign in. Any other fault is shown as always. */
export function ClosedRegister() {
  const { t } = useWords()
  const here = useCarriedLanguage()
  const fault = useRouteError()
  if (!isRouteErrorResponse(fault) || fault.status !== 403) return <ErrorPage />
  return (
    <Page title={t('promises.closed.title')} lead={t('promises.closed.lead')}>
      <title>{t('promises.closed.title')}</title>
      <p>
        <ButtonLink wholePage to={here('/app/promises')}>
          {t('promises.closed.signIn')}
        </ButtonLink>
      </p>
      <p>
        <a href={here('/ledger')}>{t('promises.closed.ledger')}</a>
      </p>
    </Page>
  )
}
