import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Preview, PublishOrChange } from '~/ui/preview'
import { type KeptFile, mediaTypes, noteWith } from './kinds'
import { FileFacts, NoteText } from './promise-evidence'

export type Looked = { note: string; link: string; file?: KeptFile & { content: string; seal: string } }

/** The second step: the evidence as everybody will see it, with what is left of the file, and what cannot be undone. */
export function EvidencePreview({ note, link, file }: Looked) {
  const { t } = useWords()
  const irrevocable = (['everybody', 'forGood'] as const).map(one => t(`evidence.${one}`))
  return (
    <>
      <Preview caption={t('evidence.caption')} irrevocable={irrevocable}>
        <NoteText note={noteWith(note, link)} />
        {file && <FileLooked file={file} note={note} />}
      </Preview>
      <Form method="post" encType="multipart/form-data">
        <input type="hidden" name="note" value={note} />
        <input type="hidden" name="link" value={link} />
        {file && <SealedFields file={file} />}
        <PublishOrChange publish={t('evidence.publish')} change={t('evidence.change')} />
        {file && <p className="note">{t('evidence.chooseAgain')}</p>}
      </Form>
    </>
  )
}

type FileProps = { file: NonNullable<Looked['file']> }

/** A file as it will be published, with what is left of it. */
export function FileLooked({ file, note }: FileProps & { note: string }) {
  const { t } = useWords()
  const { kind, content } = file
  const isPicture = kind === 'png' || kind === 'jpg'
  return (
    <>
      {isPicture && <img className="evidence-picture" src={`data:${mediaTypes[kind]};base64,${content}`} alt={note} />}
      <FileFacts file={file} />
      <p className="note">{t(`evidence.left.${isPicture ? 'picture' : kind}`)}</p>
    </>
  )
}

/** Carries a file that was looked at back to where it is published, with our seal on it. */
export function SealedFields({ file: { name, kind, content, seal } }: FileProps) {
  return (
    <>
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="seal" value={seal} />
      <textarea name="content" defaultValue={content} hidden readOnly />
    </>
  )
}
