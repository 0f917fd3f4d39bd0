import { useWords } from '~/language/words'
import { Section } from '~/ui/page'
import { Table } from '~/ui/table'

type ReleasedFile = { name: string; hash: string }

/** The ballot page as it was released: every file with its fingerprint. */
export type Released = { seq: number; files: readonly ReleasedFile[] }

/** With these fingerprints anybody can tell whether the ballot page they got is the one everybody gets. */
export function ReleasedClient({ release }: { release: Released }) {
  const { t } = useWords()
  const columns = [
    { label: t('ledger.page.file'), cell: ({ name }: ReleasedFile) => name },
    {
      label: t('ledger.page.hash'),
      cell: ({ hash }: ReleasedFile) => <code>{hash.replace('sha256:', '')}</code>,
    },
  ]
  return (
    <Section title={t('ledger.page.release')}>
      <p>{t('ledger.page.releaseText', { number: release.seq })}</p>
      <Table
        caption={t('ledger.page.release')}
        captionHidden
        columns={columns}
        rows={release.files}
        keyOf={({ name }) => name}
      />
    </Section>
  )
}
