import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { TextArea } from '~/ui/text-area'
import { useZodForm } from '~/ui/use-zod-form'
import { PartText } from '../small-print'
import { EvidencePreview, type Looked } from './evidence-preview'
import { evidenceForm } from './form'
import { type FileRefusal, longestNote } from './kinds'

type EvidencePageProps = {
  promise: { id: string; now: { text: string } }
  failed?: FormFailure
  refused?: FileRefusal
  looked?: Looked
}

/** Where something is added by which anybody can see how a promise stands: choose it, see what is left of it, publish it. */
export function EvidencePage({ promise, looked, ...rest }: EvidencePageProps) {
  const { t } = useWords()
  return (
    <Page title={t('evidence.title', { id: promise.id })} lead={<PartText part="text" words={promise.now} />}>
      {looked ? <EvidencePreview {...looked} /> : <EvidenceWriting id={promise.id} {...rest} />}
    </Page>
  )
}

type WritingProps = Pick<EvidencePageProps, 'failed' | 'refused'> & { id: string }

function EvidenceWriting({ id, failed, refused }: WritingProps) {
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
        <ButtonLink to={`/app/promises/${id}`} kind="quiet">
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
