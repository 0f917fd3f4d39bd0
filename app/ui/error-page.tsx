import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useWords } from '~/language/words'
import { usePageFacts } from './page-facts'

/** Says what went wrong, that nothing saved is lost, and the number to mention. */
export function ErrorPage() {
  const { t } = useWords()
  const fault = useRouteError()
  const { reference } = usePageFacts()
  const status = isRouteErrorResponse(fault) ? fault.status : 500
  const kind = status === 404 ? 'notFound' : status === 403 ? 'notAllowed' : 'fault'
  return (
    <article className="page">
      <title>{t(`shell.error.${kind}Title`)}</title>
      <h1>{t(`shell.error.${kind}Title`)}</h1>
      <p>{t(`shell.error.${kind}Text`, { reference })}</p>
      <p>
        <a href="/">{t('shell.error.toHome')}</a>
      </p>
    </article>
  )
}
