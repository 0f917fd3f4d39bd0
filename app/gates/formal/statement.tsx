import { Form } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { useWords } from '~/language/words'
import { longestNote } from '~/promises/evidence/kinds'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import { TextArea } from '~/ui/text-area'
import { useZodForm } from '~/ui/use-zod-form'
import { keyForm } from './form'
import type { KeyAnswer } from './key-page'
import type { KeyDeed } from './rules'

type StatementProps = { deed: KeyDeed; version: number; answer: KeyAnswer; back: string }

/** Where somebody says why a key is turned, or turned back; only the statement of the works council has a document. */
export function Statement({ deed, version, answer, back }: StatementProps) {
  const { t } = useWords()
  const own = answer.deed === deed ? answer : {}
  const { errors, formProps, field } = useZodForm(keyForm, { failed: own.failed })
  const refusal = own.fileRefused && { name: 'file', message: t(`evidence.refused.${own.fileRefused}`) }
  const { defaultValue: _, ...file } = field('file')
  return (
    <Form {...formProps} action={`?step=${version}`} encType="multipart/form-data" className="flow">
      <ErrorSummary errors={refusal ? [...errors, refusal] : errors} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="deed" value={deed} />
      <TextArea
        {...field('note')}
        label={t(`gates.key.why.${deed}`)}
        hint={t('gates.key.whyHint')}
        maxLength={longestNote}
        required
      />
      {deed === 'turn' && <DocumentField {...file} error={refusal?.message ?? file.error} />}
      <ButtonRow>
        <Button name="step" value="preview">
          {t('gates.key.look')}
        </Button>
        <ButtonLink to={back} kind="quiet">
          {t('shell.cancel')}
        </ButtonLink>
      </ButtonRow>
    </Form>
  )
}

function DocumentField(file: Omit<ComponentProps<typeof TextField>, 'label'>) {
  const { t } = useWords()
  const words = { label: t('gates.key.document'), hint: t('evidence.fileHint') }
  return <TextField {...file} {...words} type="file" accept=".pdf,.png,.jpg,.jpeg,.csv" optional />
}
