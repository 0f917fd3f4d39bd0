import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { EvidencePreview, type Looked } from '~/promises/evidence/evidence-preview'
import { evidenceForm } from '~/promises/evidence/form'
import { type FileRefusal, longestNote } from '~/promises/evidence/kinds'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Page } from '~/ui/page'
import { TextArea } from '~/ui/text-area'
import { useZodForm } from '~/ui/use-zod-form'
import type { Shown } from '../phases'

type Answer = { failed?: FormFailure; refused?: FileRefusal; looked?: Looked }
type ShowProps = Answer & { useCase: { id: string; name: string }; output: Shown }

/** Where somebody shows that a phase brought something: in words, with a link or a file, seen before it stands there. */
export function ShowPage({ useCase, output, looked, ...rest }: ShowProps) {
  const { t } = useWords()
  return (
    <Page title={t(`phases.output.${output}.name`)} kicker={useCase.name} lead={t(`phases.output.${output}.missing`)}>
      {looked ? <EvidencePreview {...looked} /> : <Writing id={useCase.id} {...rest} />}
    </Page>
  )
}

function Writing({ id, failed, refused }: Omit<Answer, 'looked'> & { id: string }) {
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
      <ButtonRow>
        <Button name="step" value="preview">
          {t('evidence.preview')}
        </Button>
        <ButtonLink to={`/app/use-cases/${id}`} kind="quiet">
          {t('shell.cancel')}
        </ButtonLink>
      </ButtonRow>
    </Form>
  )
}
