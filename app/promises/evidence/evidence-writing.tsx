import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { TextArea } from '~/ui/text-area'
import { useZodForm } from '~/ui/use-zod-form'
import { evidenceForm } from './form'
import { type FileRefusal, longestNote } from './kinds'

/** What was wrong with an earlier try, and where somebody goes who changes their mind. */
type WritingProps = { failed?: FormFailure; refused?: FileRefusal; back: string }

/** Where something is written by which anybody can see how things stand, with a link or a file; it is looked at before it stands there. */
export function EvidenceWriting({ back, failed, refused }: WritingProps) {
  const { t } = useWords()
  const { errors, formProps, field } = useZodForm(evidenceForm, { failed })
  const refusal = refused && { name: 'file', message: t(`evidence.refused.${refused}`) }
  const { defaultValue: _, ...file } = field('file')
  return (
    <Form {...formProps} encType="multipart/form-data" className="flow">
      <ErrorSummary errors={refusal ? [...errors, refusal] : errors} />
      <TextArea
        {...field('note')}
        label={t('evidence.note')}
        hint={t('evidence.noteHint')}
        maxLength={longestNote}
        rows={4}
        required
      />
      <TextField {...field('link')} type="url" label={t('evidence.link')} hint={t('evidence.linkHint')} optional />
      <TextField
        {...file}
        type="file"
        accept=".pdf,.png,.jpg,.jpeg,.csv"
        label={t('evidence.file')}
        hint={t('evidence.fileHint')}
        error={refusal?.message ?? file.error}
        optional
      />
      <BeforePublishing />
      <ButtonRow>
        <Button name="step" value="preview">
          {t('evidence.preview')}
        </Button>
        <ButtonLink to={back} kind="quiet">
          {t('shell.cancel')}
        </ButtonLink>
      </ButtonRow>
    </Form>
  )
}

/** What whoever adds a file must look at first: it cannot be taken back quietly. */
function BeforePublishing() {
  const { t } = useWords()
  return (
    <Notice title={t('evidence.before.title')}>
      <ul>
        {(['people', 'picture', 'pdf'] as const).map(one => (
          <li key={one}>{t(`evidence.before.${one}`)}</li>
        ))}
      </ul>
    </Notice>
  )
}
