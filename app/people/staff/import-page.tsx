import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { staffUploadForm } from '~/people/form'
import { Button, ButtonRow } from '~/ui/button'
import { Checkbox } from '~/ui/choice'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { useZodForm } from '~/ui/use-zod-form'
import type { Difference } from './difference'
import { StaffDifference, StaffProblems } from './difference-view'

type Refusal = 'changedMeanwhile' | 'hasProblems' | 'manyLeave'
/** A list that was looked at: its text goes back with the confirmation. */
export type Looked = { text: string; difference: Difference; refused?: Refusal }

type StaffImportPageProps = { looked: Looked | undefined; failed: FormFailure | undefined }

/** Three steps on one address: choose a list, look at the difference, apply it. */
export function StaffImportPage({ looked, failed }: StaffImportPageProps) {
  const { t } = useWords()
  if (looked && looked.difference.problemCount === 0) return <Confirmation {...looked} />
  return (
    <Page title={t('people.import.title')} lead={t('people.import.lead')}>
      {looked && <StaffProblems difference={looked.difference} />}
      <Upload failed={failed} />
      <Columns />
    </Page>
  )
}

function Upload({ failed }: { failed: FormFailure | undefined }) {
  const { t } = useWords()
  const { formProps, field, errors } = useZodForm(staffUploadForm, { failed })
  const { defaultValue: _, ...file } = field('file')
  return (
    <Form {...formProps} action="/app/people/import" encType="multipart/form-data" className="flow">
      <ErrorSummary errors={errors} />
      <TextField
        {...file}
        type="file"
        accept=".csv,.txt,.xlsx,text/csv"
        label={t('people.import.file')}
        hint={t('people.import.fileHint')}
      />
      <p>{t('people.import.leavers')}</p>
      <ButtonRow>
        <Button>{t('people.import.submit')}</Button>
      </ButtonRow>
    </Form>
  )
}

function Columns() {
  const { t } = useWords()
  return (
    <Section title={t('people.import.columnsTitle')}>
      <p>{t('people.import.columnsLead')}</p>
      <p>{t('people.import.columnsNeeded')}</p>
      <p>{t('people.import.columnsOptional')}</p>
    </Section>
  )
}

function Confirmation({ text, difference, refused }: Looked) {
  const { t } = useWords()
  return (
    <Page title={t('people.import.differenceTitle')} lead={t('people.import.leavers')}>
      {refused && <Notice kind="warning">{t(`people.import.refused.${refused}`)}</Notice>}
      <StaffDifference difference={difference} />
      {!difference.changesNothing && (
        <Form method="post" action="/app/people/import/apply" encType="multipart/form-data" className="flow">
          <textarea name="text" defaultValue={text} hidden readOnly />
          <input type="hidden" name="version" value={difference.version} />
          {difference.manyLeave && (
            <>
              <Notice kind="warning">{t('people.import.manyLeave')}</Notice>
              <Checkbox name="manyMayLeave" value="yes" label={t('people.import.manyMayLeave')} />
            </>
          )}
          <ButtonRow>
            <Button>{t('people.import.apply')}</Button>
          </ButtonRow>
        </Form>
      )}
      <p>
        <Link to="/app/people/import">{t('people.import.another')}</Link>
      </p>
    </Page>
  )
}
