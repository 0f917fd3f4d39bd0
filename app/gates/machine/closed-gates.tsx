import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import { ErrorPage } from '~/ui/error-page'
import { useCarriedLanguage } from '~/ui/masthead'
import { Page } from '~/ui/page'

/** Stands where words of a gate are for who is signed in: says so, and where to sign in. Any other fault is shown as always. */
export function ClosedGates() {
  const { t } = useWords()
  const here = useCarriedLanguage()
  const fault = useRouteError()
  if (!isRouteErrorResponse(fault) || fault.status !== 403) return <ErrorPage />
  return (
    <Page title={t('gates.public.closedTitle')} lead={t('gates.public.closed')}>
      <title>{t('gates.public.closedTitle')}</title>
      <p>
        <ButtonLink wholePage to={here('/app/gates')}>
          {t('shell.signIn')}
        </ButtonLink>
      </p>
    </Page>
  )
}
