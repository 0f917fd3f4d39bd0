import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { EmptyState } from '~/ui/empty-state'
import { Page } from '~/ui/page'
import type { Narrowing, RegisterAsked } from './asked'
import type { Counts } from './finding'
import { Filters, NothingFound, Pages } from './register-filters'
import { Share, Take } from './register-share'
import { type RegisterRow, RegisterTable } from './register-table'
import type { KeptShare } from './share'
import type { RegisterHome } from './visibility'

/** All that a page of the register tells; `home` is where its promises live: in public or behind the sign-in. */
export type RegisterPageProps = {
  rows: RegisterRow[]
  asked: RegisterAsked
  pages: number
  /** How many promises answer the question, on all pages together. */
  count: number
  counts: Counts
  ways: { by: Narrowing; count: number }[]
  share: KeptShare
  takes: { kind: 'json' | 'csv' | 'atom'; address: string }[]
  isEmpty: boolean
  home: RegisterHome
  children?: ReactNode
}

/** Everything that was promised, what waits longest first, and the share that was kept with its counts. */
export function RegisterPage({ rows, asked, share, isEmpty, home, children, ...found }: RegisterPageProps) {
  const { t } = useWords()
  return (
    <Page title={t('promises.title')} lead={t('promises.lead')}>
      {children}
      {isEmpty && <EmptyState title={t('promises.none')} />}
      {!isEmpty && <Filters asked={asked} home={home} counts={found.counts} />}
      {!isEmpty && rows.length === 0 && <NothingFound asked={asked} home={home} ways={found.ways} />}
      {rows.length > 0 && <RegisterTable rows={rows} home={home} count={found.count} />}
      <Pages asked={asked} home={home} pages={found.pages} />
      {!isEmpty && <Share share={share} />}
      <Take takes={found.takes} />
    </Page>
  )
}
