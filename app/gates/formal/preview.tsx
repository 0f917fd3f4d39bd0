import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { FileLooked, SealedFields } from '~/promises/evidence/evidence-preview'
import type { KeptFile } from '~/promises/evidence/kinds'
import { Preview, PublishOrChange } from '~/ui/preview'
import type { KeyDeed } from './rules'

export type Looked = { deed: KeyDeed; note: string; file?: KeptFile & { content: string; seal: string } }
type PreviewProps = { looked: Looked; pct: number; version: number }

/** What will stand for everybody to read, and what happens at once. */
export function StatementPreview({ looked: { deed, note, file }, pct, version }: PreviewProps) {
  const { t } = useWords()
  const irrevocable = deed === 'proposeBack' ? [] : [t('gates.key.inLedger'), t('gates.key.everybody')]
  return (
    <>
      <Preview irrevocable={irrevocable}>
        <p>
          <strong>{t(`gates.key.does.${deed}`, { pct })}</strong>
        </p>
        <p className="evidence-note">{note}</p>
        {file && <FileLooked file={file} note={note} />}
      </Preview>
      <Form method="post" action={`?step=${version}`} encType="multipart/form-data">
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="deed" value={deed} />
        <input type="hidden" name="note" value={note} />
        {file && <SealedFields file={file} />}
        <PublishOrChange publish={t(`gates.key.do.${deed}`)} change={t('gates.key.change')} />
        {file && <p className="note">{t('evidence.chooseAgain')}</p>}
      </Form>
    </>
  )
}
