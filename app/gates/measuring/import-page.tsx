import { Form, Link, useNavigation } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { Preview } from '~/ui/preview'
import { Table } from '~/ui/table'
import { useZodForm } from '~/ui/use-zod-form'
import type { Measurement } from '../criteria'
import type { CriterionShown } from '../shown'
import { listForm } from './form'
import { useMeasureWords } from './last-finding'
import { ListProblems } from './list-problems'
import type { Looked } from './looking'

type Step = { gateId: string; gate: string; version: number; targetPct: number; criteria: readonly CriterionShown[] }
type ImportPageProps = { step: Step; looked?: Looked; failed?: FormFailure }

/** Three steps on one address: choose a list, look at what would be entered, enter all of it or nothing. */
export function MeasurementImportPage({ step, looked, failed }: ImportPageProps) {
  const { t } = useWords()
  const isRight = looked && looked.problemCount === 0
  const kicker = <Link to={`/app/gates/${step.gateId}/measurements?step=${step.version}`}>{step.gate}</Link>
  const lead = isRight ? undefined : t('gates.measuring.import.lead')
  const title = t(isRight ? 'gates.measuring.import.differenceTitle' : 'gates.measuring.import.title')
  return (
    <Page kicker={kicker} title={title} lead={lead}>
      <p className="step-now">{t('gates.measuring.step', { version: step.version, pct: step.targetPct })}</p>
      {isRight ? (
        <Confirmation step={step} looked={looked} />
      ) : (
        <>
          {looked && <ListProblems looked={looked} />}
          <Upload version={step.version} failed={failed} />
          <Section title={t('gates.measuring.import.columnsTitle')}>
            <p>{t('gates.measuring.import.columns')}</p>
          </Section>
        </>
      )}
    </Page>
  )
}

function Upload({ version, failed }: { version: number; failed?: FormFailure }) {
  const { t } = useWords()
  const { formProps, field, errors } = useZodForm(listForm, { failed })
  const { defaultValue: _, ...file } = field('file')
  return (
    <Form {...formProps} action={`?step=${version}`} encType="multipart/form-data" className="flow">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={version} />
      <TextField
        {...file}
        type="file"
        accept=".csv,.txt,.xlsx,text/csv"
        label={t('gates.measuring.import.file')}
        hint={t('gates.measuring.import.fileHint')}
      />
      <ButtonRow>
        <Button>{t('gates.measuring.import.look')}</Button>
      </ButtonRow>
    </Form>
  )
}

function Confirmation({ step, looked: { text, fresh, stood } }: { step: Step; looked: Looked }) {
  const { t } = useWords()
  const busy = useNavigation().state !== 'idle'
  const again = <Link to={`?step=${step.version}`}>{t('gates.measuring.import.another')}</Link>
  if (fresh.length === 0) return <Notice title={t('gates.measuring.import.nothing')}>{again}</Notice>
  const counted = [t('gates.measuring.import.counts', { count: fresh.length })]
  if (stood > 0) counted.push(t('gates.measuring.import.stood', { count: stood }))
  return (
    <>
      <Preview caption={counted.join(' · ')} irrevocable={[t('gates.measuring.import.forGood')]}>
        <FreshTable fresh={fresh} criteria={step.criteria} />
      </Preview>
      <Form method="post" action={`?step=${step.version}`} encType="multipart/form-data" className="flow">
        <input type="hidden" name="version" value={step.version} />
        <textarea name="text" defaultValue={text} hidden readOnly />
        <ButtonRow>
          <Button kind="warning" busy={busy}>
            {t('gates.measuring.import.apply')}
          </Button>
        </ButtonRow>
      </Form>
      <p>{again}</p>
    </>
  )
}

function FreshTable({ fresh, criteria }: { fresh: readonly Measurement[]; criteria: readonly CriterionShown[] }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const words = useMeasureWords()
  const askedOf = (one: Measurement) => criteria.find(({ number }) => number === one.criterion)!
  const columns = [
    {
      label: t('gates.measuring.form.criterion'),
      cell: (one: Measurement) => t('gates.measuring.number', askedOf(one)),
    },
    {
      label: t('gates.measuring.column.days'),
      cell: ({ fromOn, untilOn }: Measurement) =>
        t('gates.measuring.days', { from: inWords(fromOn, 'short'), until: inWords(untilOn, 'short') }),
    },
    {
      label: t('gates.measuring.column.value'),
      cell: (one: Measurement) => words.amount(one.valueMilli, askedOf(one).unit),
    },
    { label: t('gates.measuring.column.cases'), cell: ({ volume }: Measurement) => words.cases(volume) },
  ]
  const keyOf = ({ criterion, fromOn }: Measurement) => `${criterion} ${fromOn}`
  const caption = t('gates.measuring.import.differenceTitle')
  return <Table caption={caption} captionHidden columns={columns} rows={fresh} keyOf={keyOf} />
}
