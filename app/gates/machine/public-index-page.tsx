import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { EmptyState } from '~/ui/empty-state'
import { useCarriedLanguage } from '~/ui/masthead'
import { Page } from '~/ui/page'

type Listed = { id: string; name: string; useCase: string; pct: number; vetoes: number }

/** Every gate for everybody: how far it is open, and whether a veto stands. */
export function PublicGatesPage({ gates }: { gates: readonly Listed[] }) {
  const { t } = useWords()
  const here = useCarriedLanguage()
  return (
    <Page title={t('gates.public.title')} lead={t('gates.public.lead')}>
      {gates.length === 0 && <EmptyState title={t('gates.public.none')}>{t('gates.public.noneText')}</EmptyState>}
      {gates.map(({ id, name, useCase, pct, vetoes }) => (
        <article className="register-entry" key={id}>
          <h2>
            <Link to={here(`/gates/${id}`)}>{name}</Link>
          </h2>
          <p className="note">{useCase}</p>
          <p>
            {t(pct > 0 ? 'gates.public.open' : 'gates.public.blocked', { pct })}
            {vetoes > 0 && ` ${t('gates.public.standing', { count: vetoes })}`}
          </p>
        </article>
      ))}
    </Page>
  )
}
