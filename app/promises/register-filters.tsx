import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { SelectField, TextField } from '~/ui/field'
import { useCarriedLanguage } from '~/ui/masthead'
import { addressOf, type Narrowing, type RegisterAsked, registerFilters, registerOrders, widened } from './asked'
import type { Counts } from './finding'
import { barriers, ownerRoles } from './words'

type Asking = { asked: RegisterAsked; home: string }

/** A plain form: the address carries the question, so that it can be sent to somebody else. */
export function Filters({ asked, home, counts }: Asking & { counts: Counts }) {
  const { t, language } = useWords()
  const option = (value: string, label: string, count?: number) => (
    <option key={value} value={value}>
      {count === undefined ? label : t('promises.filter.counted', { label, count })}
    </option>
  )
  return (
    <form method="get" action={home} className="register-filters no-print" key={addressOf(home, asked)}>
      {home === '/promises' && <input type="hidden" name="lang" value={language} />}
      <SelectField name="status" label={t('promises.filter.label')} defaultValue={asked.filter}>
        {registerFilters.map(one => option(one, t(`promises.filter.${one}`), counts.filter[one]))}
      </SelectField>
      <SelectField name="theme" label={t('promises.filter.theme')} defaultValue={asked.theme ?? ''}>
        {option('', t('promises.filter.everyTheme'), counts.theme.all)}
        {barriers.map(one => option(one, t(`promises.barrier.${one}`), counts.theme[one]))}
      </SelectField>
      <SelectField name="owner" label={t('promises.part.ownerRole')} defaultValue={asked.owner ?? ''}>
        {option('', t('promises.filter.everyOwner'), counts.owner.all)}
        {ownerRoles.map(one => option(one, t(`promises.owner.${one}`), counts.owner[one]))}
      </SelectField>
      <TextField name="q" label={t('promises.filter.search')} type="search" defaultValue={asked.search} />
      <SelectField name="order" label={t('promises.filter.order')} defaultValue={asked.order}>
        {registerOrders.map(one => option(one, t(`promises.filter.${one}`)))}
      </SelectField>
      <Button kind="quiet">{t('promises.filter.submit')}</Button>
    </form>
  )
}

type WidenProps = Asking & { ways: readonly { by: Narrowing; count: number }[] }

/** Nothing fits the question: says what would show something, and how much. */
export function NothingFound({ asked, home, ways }: WidenProps) {
  const { t } = useWords()
  const here = useCarriedLanguage()
  return (
    <EmptyState title={t('promises.noneFound')}>
      <ul>
        {ways.map(({ by, count }) => (
          <li key={by}>
            <Link to={here(addressOf(home, widened(asked, by)))}>
              {t(`promises.widen.${by}`, { count, word: by === 'search' ? asked.search : '' })}
            </Link>
          </li>
        ))}
        <li>
          <Link to={here(home)}>{t('promises.showAll')}</Link>
        </li>
      </ul>
    </EmptyState>
  )
}

/** The way to the pages before and after this one, with the question kept. */
export function Pages({ asked, home, pages }: Asking & { pages: number }) {
  const { t } = useWords()
  const here = useCarriedLanguage()
  if (pages < 2) return null
  const to = (page: number) => here(addressOf(home, { ...asked, page }))
  return (
    <nav className="register-pages no-print" aria-label={t('promises.pages.label')}>
      {asked.page > 1 && (
        <Link rel="prev" to={to(asked.page - 1)}>
          {t('promises.pages.previous')}
        </Link>
      )}
      <span>{t('promises.pages.here', { page: asked.page, pages })}</span>
      {asked.page < pages && (
        <Link rel="next" to={to(asked.page + 1)}>
          {t('promises.pages.next')}
        </Link>
      )}
    </nav>
  )
}
