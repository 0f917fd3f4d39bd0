import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { TextField } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Table } from '~/ui/table'
import { TextArea } from '~/ui/text-area'
import { PlaceName } from './erased-words'
import type { FileGoing, WordsPlace } from './place'
import { ErasurePreview } from './preview'
import { type AskRefusal, longestReason } from './redaction'

type Words = { seq: number; key: string; text: string; place: WordsPlace; file?: FileGoing }
type NewErasurePageProps = {
  search: string
  found: Words[]
  chosen: Words | null
  /** The address names words that do not stand any more. */
  isGone: boolean
  typed?: string
  refused?: AskRefusal
}

/** Where words are chosen, seen once more, and asked to be erased. */
export function NewErasurePage({ search, found, chosen, isGone, typed, refused }: NewErasurePageProps) {
  const { t } = useWords()
  const why = refused ?? (isGone ? 'alreadyGone' : undefined)
  return (
    <Page title={t('erasure.ask')} lead={t('erasure.new.lead')}>
      {why && <Notice kind="warning">{t(`erasure.refused.${why}`)}</Notice>}
      {chosen ? <Ask words={chosen} typed={typed} refused={refused} /> : <Choose search={search} found={found} />}
    </Page>
  )
}

/** A plain form: the address carries what is searched for. */
function Choose({ search, found }: Pick<NewErasurePageProps, 'search' | 'found'>) {
  const { t } = useWords()
  const columns = [
    {
      label: t('erasure.column.words'),
      cell: ({ seq, key, place }: Words) => (
        <Link to={`/app/erasures/new?seq=${seq}&key=${key}`}>
          <PlaceName place={place} />
        </Link>
      ),
    },
    { label: t('erasure.new.text'), cell: ({ text }: Words) => text },
  ]
  return (
    <>
      <form method="get" action="/app/erasures/new">
        <TextField
          name="q"
          type="search"
          label={t('erasure.new.search')}
          hint={t('erasure.new.searchHint')}
          defaultValue={search}
        />
        <Button kind="quiet">{t('erasure.new.submitSearch')}</Button>
      </form>
      <Table
        caption={search ? t('erasure.new.found', { count: found.length }) : t('erasure.new.latest')}
        columns={columns}
        rows={found}
        keyOf={({ seq, key }) => `${seq}.${key}`}
        phone="sheets"
      />
    </>
  )
}

function Ask({ words, typed, refused }: { words: Words; typed?: string; refused?: AskRefusal }) {
  const { t } = useWords()
  const error = refused?.startsWith('reason') ? t(`erasure.refused.${refused}`) : undefined
  return (
    <>
      <ErasurePreview place={words.place} words={words.text} file={words.file} />
      <Form method="post">
        <input type="hidden" name="seq" value={words.seq} />
        <input type="hidden" name="key" value={words.key} />
        <TextArea
          name="reason"
          label={t('erasure.new.reason')}
          hint={t('erasure.new.reasonHint')}
          error={error}
          defaultValue={typed}
          maxLength={longestReason}
          rows={3}
          required
        />
        <ButtonRow>
          <Button kind="warning">{t('erasure.new.submit')}</Button>
          <ButtonLink to="/app/erasures/new" kind="quiet">
            {t('erasure.new.other')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}
