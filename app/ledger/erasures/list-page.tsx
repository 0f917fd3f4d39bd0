import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { DayText } from '~/ui/day'
import { EmptyState } from '~/ui/empty-state'
import { Page } from '~/ui/page'
import { Table } from '~/ui/table'
import { PlaceName } from './erased-words'
import type { WordsPlace } from './place'
import type { RedactionState } from './redaction'

export type ErasureRow = {
  id: string
  reason: string
  state: RedactionState
  requestedOn: string
  decidedOn: string | null
  place: WordsPlace
}

type ErasuresPageProps = { rows: ErasureRow[]; mayAsk: boolean; mayChangeKey: boolean }

/** Every request to erase words and what became of it, for both sides of the decision. */
export function ErasuresPage({ rows, mayAsk, mayChangeKey }: ErasuresPageProps) {
  const { t } = useWords()
  return (
    <Page title={t('erasure.title')} lead={t('erasure.lead')}>
      {rows.length > 0 ? <Rows rows={rows} /> : <EmptyState title={t('erasure.none')} />}
      <ButtonRow>
        {mayAsk && <ButtonLink to="/app/erasures/new">{t('erasure.ask')}</ButtonLink>}
        {mayChangeKey && (
          <ButtonLink to="/app/ledger-key" kind="quiet">
            {t('erasure.key.link')}
          </ButtonLink>
        )}
      </ButtonRow>
    </Page>
  )
}

function Rows({ rows }: Pick<ErasuresPageProps, 'rows'>) {
  const { t } = useWords()
  const columns = [
    {
      label: t('erasure.column.words'),
      cell: ({ id, place }: ErasureRow) => (
        <Link to={`/app/erasures/${id}`}>
          <PlaceName place={place} />
        </Link>
      ),
    },
    { label: t('erasure.column.state'), cell: ({ state }: ErasureRow) => t(`erasure.state.${state}`) },
    { label: t('erasure.column.requested'), cell: ({ requestedOn }: ErasureRow) => <DayText day={requestedOn} /> },
    {
      label: t('erasure.column.decided'),
      cell: ({ decidedOn }: ErasureRow) => (decidedOn ? <DayText day={decidedOn} /> : '–'),
    },
    { label: t('erasure.column.reason'), cell: ({ reason }: ErasureRow) => reason },
  ]
  return <Table caption={t('erasure.caption', { count: rows.length })} columns={columns} rows={rows} keyOf={keyOf} />
}

const keyOf = ({ id }: ErasureRow) => id
